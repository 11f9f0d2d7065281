package footnote.eval;

import footnote.domain.InvalidValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One file of a question set, plain or gzipped, read line by line; blank lines don't count. */
record SetFile(Path path) {
    private static final String GZIPPED = ".gz";

    /** The file of a name in a folder, or its gzipped form. */
    static Optional<SetFile> find(Path folder, String name) {
        Path plain = folder.resolve(name);
        Path gzipped = folder.resolve(name + GZIPPED);
        if (Files.isRegularFile(plain)) {
            return Optional.of(new SetFile(plain));
        }
        return Files.isRegularFile(gzipped) ? Optional.of(new SetFile(gzipped)) : Optional.empty();
    }

    /** @throws InvalidValue if the file breaks a rule; the message names file and line */
    void forEachLine(LineReader reader) {
        int number = 0;
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.read(line, new Place(path.getFileName().toString(), number));
                }
            }
        } catch (CharacterCodingException | ZipException e) {
            throw new InvalidValue(
                    "FOLDER", path.getFileName() + ", after line " + number + ": must be UTF-8 text, plain or gzipped");
        } catch (IOException e) {
            throw new UncheckedIOException("the file can't be read: " + path, e);
        }
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        try {
            InputStream plain = path.toString().endsWith(GZIPPED) ? new GZIPInputStream(bytes) : bytes;
            // A decoder of its own, because the usual one puts a question mark in place of what isn't UTF-8.
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Takes one line. */
    interface LineReader {
        void read(String line, Place place);
    }

    /** Where a line stands, for messages. */
    record Place(String file, int line) {
        InvalidValue broken(String rule) {
            return new InvalidValue("FOLDER", file + ", line " + line + ": " + rule);
        }
    }
}
