package footnote.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends requests byte by byte as they are, over one connection as long as it holds. One thread's use. */
final class RawClient implements AutoCloseable {
    /** What {@link #send} returns where the server hung up without a word. */
    static final int SILENCE = 0;

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    RawClient(int port) {
        this.port = port;
    }

    /** The status of the reply, which is read to its end or as far as the request says. */
    int send(FuzzedRequest request) throws IOException {
        boolean fresh = socket == null;
        try {
            return once(request);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            close();
            // The server may end a connection that was used before at any time; a fresh one must hold.
            return fresh ? SILENCE : send(request);
        }
    }

    private int once(FuzzedRequest request) throws IOException {
        Socket open = opened();
        open.getOutputStream().write(request.bytes().getBytes(StandardCharsets.ISO_8859_1));
        open.getOutputStream().flush();
        if (!request.readable() && request.hangsUpAfter() < 0) {
            open.shutdownOutput();
            byte[] reply = in.readAllBytes();
            close();
            return status(new String(reply, 0, Math.min(reply.length, 20), StandardCharsets.ISO_8859_1));
        }
        if (request.hangsUpAfter() >= 0) {
            byte[] reply = in.readNBytes(20 + request.hangsUpAfter());
            close();
            return status(new String(reply, 0, Math.min(reply.length, 20), StandardCharsets.ISO_8859_1));
        }
        return readReply();
    }

    private int readReply() throws IOException {
        String first = line();
        boolean chunked = false;
        boolean ends = first.isEmpty();
        int length = 0;
        for (String line = first; !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            chunked |= header.startsWith("transfer-encoding: chunked");
            ends |= header.startsWith("connection: close");
            length = header.startsWith("content-length: ") ? Integer.parseInt(header.substring(16)) : length;
        }
        if (chunked) {
            readChunks();
        } else {
            in.skipNBytes(length);
        }
        if (ends) {
            close();
        }
        return status(first);
    }

    private void readChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the server hung up");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    private static int status(String line) {
        return line.startsWith("HTTP/1.") && line.length() > 12 ? Integer.parseInt(line.substring(9, 12)) : SILENCE;
    }

    private Socket opened() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return socket;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
