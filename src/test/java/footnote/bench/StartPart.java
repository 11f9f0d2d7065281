package footnote.bench;

import footnote.testing.ServedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process to "listening" and to the first question it takes, with an index that is there already. */
final class StartPart {
    private static final int STARTS = 7;

    private StartPart() {}

    /** @param jar the packaged application, to be started as well; may be missing */
    static void print(Path seeds, Path jar, Path data) throws IOException, InterruptedException {
        ServedProcess.index(seeds, data);
        print("classes", () -> ServedProcess.start(seeds, data));
        if (Files.exists(jar)) {
            ServedProcess.startJar(jar, seeds, data).close();
            print("jar with an archive of its classes", () -> ServedProcess.startJar(jar, seeds, data));
        } else {
            System.out.println("no jar at " + jar + ": mvn package makes it");
        }
    }

    private static void print(String program, Start start) throws IOException, InterruptedException {
        List<Double> listening = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        for (int number = 0; number < STARTS; number++) {
            try (ServedProcess served = start.start()) {
                listening.add(served.millis());
                ready.add(served.awaitReady());
            }
        }
        System.out.printf(
                "%s, %d starts: listening after %s, models loaded after %s%n",
                program, STARTS, median(listening), median(ready));
    }

    private static String median(List<Double> millis) {
        millis.sort(Double::compare);
        return "%.0f ms (%.0f to %.0f)".formatted(millis.get(STARTS / 2), millis.getFirst(), millis.getLast());
    }

    private interface Start {
        ServedProcess start() throws IOException;
    }
}
