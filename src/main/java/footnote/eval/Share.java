package footnote.eval;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shares and means that are null where there is nothing to share: an empty set says neither 0 nor 1. */
final class Share {
    private Share() {}

    static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    static <T> @Nullable Double mean(List<T> values, ToDoubleFunction<T> figure) {
        return values.isEmpty() ? null : values.stream().mapToDouble(figure).sum() / values.size();
    }
}
