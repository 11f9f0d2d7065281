package footnote.bench;

import footnote.testing.RunningServer;
import footnote.testing.ServedProcess;
import footnote.web.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Many askers at once: what they hear, how long it takes, what memory it takes, and what a stop in the middle costs. */
final class LoadPart {
    private static final List<String> QUESTIONS = List.of(
            "When was the call between Biden and Putin set for?",
            "Who asked for the telephone call?",
            "Where are the negotiations in January to be held?",
            "How many troops has Russia placed near the border?",
            "What does Russia want NATO to promise?",
            "What is the capital of Australia?");
    private static final int WARM_UP_SECONDS = 5;
    /** Well inside what a stop waits for answers in flight. */
    private static final int LONGEST_STREAM_SECONDS = 20;

    private static final int MEGABYTE = 1 << 20;

    private final int clients;
    private final int streams;
    private final int seconds;

    LoadPart(int clients, int streams, int seconds) {
        this.clients = clients;
        this.streams = streams;
        this.seconds = seconds;
    }

    void print(Path seeds, Path scratch) throws Exception {
        Path data = Files.createDirectory(scratch.resolve("data"));
        ServedProcess.index(seeds, data);
        try (ServedProcess served = ServedProcess.start(seeds, data, "--requests-per-minute", "0")) {
            served.awaitReady();
            try (Crowd crowd = new Crowd(served.address(), QUESTIONS)) {
                ask(crowd);
                stopWhileAsked(crowd, served);
            }
        }
        stream(seeds, Files.createDirectory(scratch.resolve("streams")));
    }

    private void ask(Crowd crowd) throws Exception {
        await(crowd.ask(clients, until(WARM_UP_SECONDS), new Tally()));
        Tally tally = new Tally();
        List<Future<?>> asking = crowd.ask(clients, until(seconds), tally);
        double heap = 0;
        for (int second = 0; second < seconds; second++) {
            TimeUnit.SECONDS.sleep(1);
            heap = Math.max(heap, crowd.figure("jvm_memory_used_bytes", "area=\"heap\""));
        }
        await(asking);
        System.out.printf(
                "%d clients for %d s on the embedded answerer: %d answers, %.1f a second, %s%n",
                clients, seconds, tally.good(), tally.good() / (double) seconds, tally.timings());
        System.out.printf(
                "  by kind: %s%n  heap at most %.0f of %.0f MiB%n",
                tally, heap / MEGABYTE, crowd.figure("jvm_memory_max_bytes", "area=\"heap\"") / MEGABYTE);
    }

    private void stopWhileAsked(Crowd crowd, ServedProcess served) throws Exception {
        Tally tally = new Tally();
        AtomicBoolean running = new AtomicBoolean(true);
        List<Future<?>> asking = crowd.stream(clients, running::get, tally);
        TimeUnit.SECONDS.sleep(Math.min(seconds, WARM_UP_SECONDS));
        long started = System.nanoTime();
        int code = served.stop(() -> running.set(false));
        double millis = (System.nanoTime() - started) / 1e6;
        await(asking);
        System.out.printf(
                "told to stop with %d streams open: ended after %.0f ms with code %d%n  by kind: %s%n",
                clients, millis, code, tally);
    }

    /** Client and server share one process here, since the slow answerer is no part of the product. */
    private void stream(Path seeds, Path data) throws Exception {
        int length = Math.min(seconds, LONGEST_STREAM_SECONDS);
        SlowAnswerer slow = new SlowAnswerer(length);
        Limits limits = Limits.usual().withRequestsPerMinute(0).withQuestionsInFlight(streams);
        Tally tally = new Tally();
        try (RunningServer server = RunningServer.over(seeds, data, slow, settings -> settings.withLimits(limits));
                Crowd crowd = new Crowd(server.at("/"), QUESTIONS)) {
            AtomicBoolean running = new AtomicBoolean(true);
            List<Future<?>> asking = crowd.stream(streams, running::get, tally);
            TimeUnit.SECONDS.sleep(Math.max(1, length / 2));
            double open = crowd.figure("footnote_questions_in_flight ", "");
            double heap = crowd.figure("jvm_memory_used_bytes", "area=\"heap\"");
            double threads = crowd.figure("jvm_threads_live_threads", "");
            running.set(false);
            server.server().close(); // in the middle: each answer takes longer than until here
            await(asking);
            System.out.printf(
                    "%d streams of %d s each on a slow answerer: %.0f open at once, heap %.0f MiB and %.0f threads with the clients%n",
                    streams, length, open, heap / MEGABYTE, threads);
            System.out.printf("  told to stop in the middle, by kind: %s%n", tally);
        }
    }

    private static BooleanSupplier until(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return () -> System.nanoTime() < end;
    }

    private static void await(List<Future<?>> all) throws Exception {
        for (Future<?> one : all) {
            one.get();
        }
    }
}
