import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads windows with an exported reader, one at a time: {@code java -cp onnxruntime.jar RunReader.java MODEL WINDOWS LOGITS}.
 * Little-endian. WINDOWS: their count; then, a window, its length, how many tokens are the question's, the token ids. LOGITS:
 * a window's start logits, then its end logits.
 */
public final class RunReader {
    public static void main(String[] arguments) throws IOException, OrtException {
        var windows = ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[1]))).order(ByteOrder.LITTLE_ENDIAN);
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        var runtime = OrtEnvironment.getEnvironment();
        try (var session = runtime.createSession(arguments[0], options);
                var logits = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])))) {
            for (int left = windows.getInt(); left > 0; left--) {
                read(runtime, session, windows, logits);
            }
        }
    }

    private static void read(OrtEnvironment runtime, OrtSession session, ByteBuffer windows, OutputStream logits)
            throws IOException, OrtException {
        int length = windows.getInt();
        int question = windows.getInt();
        var ids = IntStream.range(0, length).mapToLong(i -> windows.getInt()).toArray();
        var mask = new long[length];
        Arrays.fill(mask, 1);
        var types = IntStream.range(0, length).mapToLong(i -> i < question ? 0 : 1).toArray();
        try (var idTensor = tensor(runtime, ids);
                var maskTensor = tensor(runtime, mask);
                var typeTensor = tensor(runtime, types);
                var found = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
            write(found, "start_logits", logits);
            write(found, "end_logits", logits);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment runtime, long[] values) throws OrtException {
        return OnnxTensor.createTensor(runtime, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static void write(OrtSession.Result found, String name, OutputStream logits) throws IOException, OrtException {
        float[] row = ((float[][]) found.get(name).orElseThrow().getValue())[0];
        var bytes = ByteBuffer.allocate(Float.BYTES * row.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : row) {
            bytes.putFloat(value);
        }
        logits.write(bytes.array());
    }
}
