package footnote.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import org.junit.jupiter.api.Test;

class DeepJavaLibraryTest {
    @Test
    void tokenizersReachNeitherTheNetworkNorAGpu() {
        DeepJavaLibrary.prepare();

        assertThat(Utils.isOfflineMode()).isTrue();
        assertThat(Utils.getEnvOrSystemProperty("OPT_OUT_TRACKING")).isEqualTo("true");
        assertThat(CudaUtils.getGpuCount()).isZero();
    }
}
