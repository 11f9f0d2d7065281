package footnote.model;

import ai.djl.util.cuda.CudaUtils;
import java.lang.invoke.MethodHandles;

/** Keeps the tokenizer's library, DJL, to its work: no network, and no search for a GPU. */
final class DeepJavaLibrary {
    private static final String ASK_ANOTHER_PROCESS = "ai.djl.util.cuda.fork";

    private DeepJavaLibrary() {}

    /** Call before the first tokenizer is opened; later calls change nothing. */
    static synchronized void prepare() {
        // Each tokenizer would otherwise ask the cloud's metadata service who we are, and report it to its makers.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        forgoGpu();
    }

    /** A class that meets this setting while it loads leaves CUDA's library alone: 100 ms, and a warning without a driver. */
    private static void forgoGpu() {
        System.setProperty(ASK_ANOTHER_PROCESS, "true");
        try {
            MethodHandles.lookup().ensureInitialized(CudaUtils.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("DJL's CudaUtils is no longer public", e);
        } finally {
            System.clearProperty(ASK_ANOTHER_PROCESS);
        }
    }
}
