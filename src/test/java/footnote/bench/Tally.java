package footnote.bench;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What became of many requests: how long the good ones took, and how many of each kind there were. Threads may share it. */
final class Tally {
    private final Map<String, LongAdder> kinds = new ConcurrentSkipListMap<>();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void took(long time) {
        nanos.add(time);
    }

    void count(String kind) {
        kinds.computeIfAbsent(kind, unseen -> new LongAdder()).increment();
    }

    Timings timings() {
        return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    int good() {
        return nanos.size();
    }

    @Override
    public String toString() {
        return kinds.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }
}
