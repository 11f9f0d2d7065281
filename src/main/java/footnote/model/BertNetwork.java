package footnote.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A network of BERT's shape in ONNX Runtime: one sequence of piece ids goes in, arrays of floats come out. Threads may
 * share one, and each call runs on its caller's thread alone: several callers use several cores better than one caller
 * that spreads over them. Nobody may call it while it is closed.
 */
final class BertNetwork implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;

    private BertNetwork(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** @param model reads the model's file, on another thread: unpacking it takes as long as starting the runtime */
    static BertNetwork open(Supplier<byte[]> model) {
        var bytes = CompletableFuture.supplyAsync(model);
        var environment = OnnxEnvironment.environment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new BertNetwork(environment, environment.createSession(bytes.join(), options));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime can't load the model", e);
        }
    }

    /**
     * Runs one sequence, not a batch: a quantised network scales its numbers over the whole batch, so that neighbours
     * would change one another's result.
     *
     * @param ids piece ids, special pieces included
     * @param types one for each id: 0 in the first text, 1 in the second
     * @param outputs the names of the outputs wanted
     * @return one array for each name, row after row
     */
    List<float[]> run(long[] ids, long[] types, List<String> outputs) {
        long[] present = new long[ids.length];
        Arrays.fill(present, 1);
        try (var idTensor = tensor(ids);
                var presentTensor = tensor(present);
                var typeTensor = tensor(types);
                var result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", presentTensor, "token_type_ids", typeTensor))) {
            return outputs.stream().map(name -> floats(result, name)).toList();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime can't run a sequence of %d".formatted(ids.length), e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[] {1, row.length});
    }

    private static float[] floats(OrtSession.Result result, String name) {
        var tensor = (OnnxTensor) result.get(name)
                .orElseThrow(() -> new IllegalStateException("the model must have an output named " + name));
        var buffer = tensor.getFloatBuffer();
        float[] copy = new float[buffer.remaining()];
        buffer.get(copy);
        return copy;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime can't close the model", e);
        }
    }
}
