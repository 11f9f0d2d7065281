package footnote.eval;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * Vectors by fingerprint in one file that only grows: records of equal length, each a fingerprint, the vector's numbers
 * and a checksum. Memory holds where each record is (some 80 bytes a record), never a vector. A record that was cut off or
 * spoilt counts as missing, and the next one is written over a cut-off end. Threads may share it, and so may processes,
 * which see each other's records after the next opening; one process opens a file once.
 */
final class VectorFile implements Closeable {
    private final FileChannel channel;
    private final int dimensions;
    private final ConcurrentHashMap<Long, Long> records = new ConcurrentHashMap<>();

    private VectorFile(FileChannel channel, int dimensions) {
        this.channel = channel;
        this.dimensions = dimensions;
    }

    static VectorFile open(Path path, int dimensions) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        VectorFile file = new VectorFile(channel, dimensions);
        try {
            file.list();
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void list() throws IOException {
        ByteBuffer key = ByteBuffer.allocate(Fingerprint.BYTES);
        for (long record = 0; record < size(); record++) {
            readAt(record * length(), key.clear());
            records.put(new Fingerprint(key.array()).start(), record);
        }
    }

    Optional<float[]> find(Fingerprint fingerprint) throws IOException {
        Long record = records.get(fingerprint.start());
        if (record == null) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length());
        readAt(record * length(), bytes);
        byte[] key = Arrays.copyOf(bytes.array(), Fingerprint.BYTES);
        boolean whole = bytes.getInt(length() - Integer.BYTES) == checksum(bytes);
        return whole && Arrays.equals(key, fingerprint.bytes()) ? Optional.of(vector(bytes)) : Optional.empty();
    }

    synchronized void add(Fingerprint fingerprint, float[] vector) throws IOException {
        if (vector.length != dimensions) {
            throw new IllegalArgumentException("a vector must have " + dimensions + " numbers, got " + vector.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length()).put(fingerprint.bytes());
        for (float number : vector) {
            bytes.putFloat(number);
        }
        bytes.putInt(checksum(bytes)).flip();
        FileLock lock = channel.lock();
        try {
            long record = size();
            long at = record * length();
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            records.put(fingerprint.start(), record);
        } finally {
            lock.release();
        }
    }

    private long size() throws IOException {
        return channel.size() / length();
    }

    private int length() {
        return Fingerprint.BYTES + dimensions * Float.BYTES + Integer.BYTES;
    }

    private int checksum(ByteBuffer record) {
        CRC32C sum = new CRC32C();
        sum.update(record.slice(0, length() - Integer.BYTES));
        return (int) sum.getValue();
    }

    private float[] vector(ByteBuffer record) {
        float[] vector = new float[dimensions];
        record.position(Fingerprint.BYTES);
        record.asFloatBuffer().get(vector);
        return vector;
    }

    private void readAt(long position, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            int read = channel.read(into, position + into.position());
            if (read < 0) {
                throw new EOFException("the file of vectors ends at " + channel.size() + " bytes");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
