package footnote.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process to "listening", with an index that is there already. */
final class StartPart {
    private static final int STARTS = 7;

    private StartPart() {}

    static void print(Path seeds, Path data) throws IOException, InterruptedException {
        ServedProcess.index(seeds, data);
        List<Double> millis = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            try (ServedProcess served = ServedProcess.start(seeds, data)) {
                millis.add(served.millis());
            }
        }
        millis.sort(Double::compare);
        System.out.printf(
                "start to listening: median %.0f ms of %d starts (%.0f to %.0f)%n",
                millis.get(STARTS / 2), STARTS, millis.getFirst(), millis.getLast());
    }
}
