package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import footnote.testing.Patience;
import footnote.testing.QuotingAnswerer;
import footnote.testing.RunningServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes over the wire, the server neither fails nor keeps anything of it. */
class FuzzTest {
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 22_000;
    private static final int SLACK = 10;

    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void neitherFailsNorLeaksWhateverComes(@TempDir Path data) throws Exception {
        try (RunningServer server =
                RunningServer.over(Path.of("seeds"), data, new QuotingAnswerer(), settings -> settings)) {
            send(0, WARM_UP, server.port());
            assertThat(Patience.until(() -> inFlight(server).equals("0.0"))).isTrue();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            long handles = openHandles();

            send(WARM_UP, REQUESTS, server.port());

            assertThat(faults).isEmpty();
            assertThat(statuses).as("all kinds of replies").containsKeys(200, 400, 404, 405);
            assertThat(statuses.get(200)).isGreaterThan(REQUESTS / 20);
            assertThat(Patience.until(() -> inFlight(server).equals("0.0")))
                    .as("nothing goes on")
                    .isTrue();
            assertThat(Patience.until(() -> openHandles() <= handles + SLACK))
                    .as("handles: %d, then %d", handles, openHandles())
                    .isTrue();
            assertThat(Patience.until(() -> ManagementFactory.getThreadMXBean().getThreadCount() <= threads + SLACK))
                    .as("threads: %d", threads)
                    .isTrue();
        }
    }

    private void send(int from, int to, int port) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = from + client;
                sending.add(clients.submit(() -> send(first, to, CLIENTS, port)));
            }
            for (Future<?> client : sending) {
                client.get();
            }
        }
    }

    private Void send(int from, int to, int step, int port) throws IOException {
        try (RawClient client = new RawClient(port)) {
            for (int number = from; number < to; number += step) {
                FuzzedRequest request = FuzzedRequest.of(number);
                int status = client.send(request);
                statuses.merge(status, 1, Integer::sum);
                if (status >= 500) {
                    note(number + ": " + status + " for "
                            + request.bytes().lines().findFirst().orElse(""));
                }
            }
        }
        return null;
    }

    private void note(String fault) {
        synchronized (faults) {
            faults.add(fault);
        }
    }

    private static String inFlight(RunningServer server) {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("footnote_questions_in_flight "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    private static long openHandles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
