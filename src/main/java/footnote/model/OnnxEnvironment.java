package footnote.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * ONNX Runtime's environment, which stays until the process is gone. By itself it is freed by a shutdown hook, at once,
 * under the threads that still compute: half of the processes that were told to end while they were busy crashed.
 */
final class OnnxEnvironment {
    private static final OrtEnvironment ENVIRONMENT = open();

    private OnnxEnvironment() {}

    static OrtEnvironment environment() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment open() {
        var environment = OrtEnvironment.getEnvironment();
        try {
            holdOnceMore();
        } catch (Throwable e) {
            throw new IllegalStateException("this version of ONNX Runtime keeps its environment in another way", e);
        }
        return environment;
    }

    /** The native environment counts who holds it and is freed by the last; Java offers no second hold in public. */
    private static void holdOnceMore() throws Throwable {
        var inside = MethodHandles.privateLookupIn(OrtEnvironment.class, MethodHandles.lookup());
        var runtime = inside.findClass("ai.onnxruntime.OnnxRuntime");
        var api = inside.findStaticGetter(runtime, "ortApiHandle", long.class);
        var create = inside.findStatic(
                OrtEnvironment.class,
                "createHandle",
                MethodType.methodType(long.class, long.class, int.class, String.class));
        int level = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue();
        long ignored = (long) create.invokeExact((long) api.invokeExact(), level, OrtEnvironment.DEFAULT_NAME);
    }
}
