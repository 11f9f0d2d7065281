package footnote.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The other end of {@link Confinement}: reads one file after the other as it is told, until nobody tells it any more. What a
 * file does to it costs that file alone.
 */
final class ConfinedProcess {
    static final int CONTENT = 0;
    static final int REFUSED = 1;

    private ConfinedProcess() {}

    public static void main(String[] none) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            // What a library prints must not come between the replies.
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            serve(in, out);
        }
    }

    private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            SourceFile file;
            try {
                file = new SourceFile(
                        Path.of(String.valueOf(ContentForm.readText(in))), String.valueOf(ContentForm.readText(in)));
            } catch (EOFException end) {
                return;
            }
            answer(file, out);
            out.flush();
        }
    }

    private static void answer(SourceFile file, DataOutputStream out) throws IOException {
        DocumentReader.Content content;
        try {
            content = DocumentReader.of(file).read(file);
        } catch (UnreadableFile e) {
            refuse(e.reason(), out);
            return;
        } catch (StackOverflowError e) {
            refuse("is nested too deeply", out);
            return;
        } catch (IOException | RuntimeException e) {
            refuse("broken inside (" + e.getClass().getSimpleName() + ")", out);
            return;
        }
        out.writeByte(CONTENT);
        ContentForm.write(content, out);
    }

    private static void refuse(String reason, DataOutputStream out) throws IOException {
        out.writeByte(REFUSED);
        ContentForm.writeText(reason, out);
    }
}
