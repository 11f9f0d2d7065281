package footnote.eval;

import footnote.answer.Calibration;
import footnote.answer.Candidate;
import footnote.answer.Signals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fits the calibration on candidate answers of question sets, each set counting the same, and chooses the thresholds that
 * give the best mean F1 over the sets, unanswerable questions included: one where several passages were read, one where a
 * passage was read alone.
 */
public final class CalibrationFit {
    private static final int PERCENTS = 100;

    /** Fewer questions than this tell nothing that holds for others. */
    private static final int FEW = 20;

    private final Map<String, List<Judged>> sets;
    private final Map<String, List<Judged>> alone;

    /**
     * @param sets judged questions by the name of their set
     * @param alone those judged on one passage alone; a set with few of them is left out
     */
    public CalibrationFit(Map<String, List<Judged>> sets, Map<String, List<Judged>> alone) {
        this.sets = new TreeMap<>(sets);
        this.alone = new TreeMap<>(alone);
        this.alone.values().removeIf(judged -> judged.size() < FEW);
    }

    /** The text of a resource file: the figures as comments, then the parameters. */
    public String file() {
        Calibration.Weights across = weights(sets);
        Calibration.Weights single = alone.isEmpty() ? across : weights(alone);
        Calibration fitted = new Calibration(across, single);
        double threshold = threshold(fitted, sets);
        double singleThreshold = alone.isEmpty() ? threshold : threshold(fitted, alone);
        StringBuilder text = new StringBuilder(
                "# Fitted by the command 'calibrate' on the questions of " + String.join(", ", sets.keySet())
                        + ".\n# F1 over all questions, by threshold (declining is right where nothing answers):\n");
        for (double at : new TreeSet<>(List.of(0.2, 0.3, 0.4, 0.5, 0.6, threshold, singleThreshold))) {
            text.append(String.format(Locale.ROOT, "#   %.2f:", at));
            sets.forEach(
                    (name, judged) -> text.append(Figures.of(judged, fitted, at).shown(name)));
            alone.forEach(
                    (name, judged) -> text.append(Figures.of(judged, fitted, at).shown(name + " gold passage alone")));
            text.append('\n');
        }
        return text.append(across.from(threshold).file(""))
                .append(single.from(singleThreshold).file(Calibration.ALONE))
                .toString();
    }

    private static Calibration.Weights weights(Map<String, List<Judged>> sets) {
        List<double[]> values = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        List<Double> importance = new ArrayList<>();
        for (List<Judged> set : sets.values()) {
            int candidates =
                    set.stream().mapToInt(judged -> judged.candidates().size()).sum();
            for (Judged judged : set) {
                for (Candidate candidate : judged.candidates()) {
                    values.add(candidate.signals().values());
                    labels.add(judged.isRight(candidate) ? 1.0 : 0.0);
                    importance.add(1.0 / candidates / sets.size());
                }
            }
        }
        double[] fitted = new LogisticFit(values.toArray(double[][]::new), plain(labels), plain(importance)).weights();
        int signals = Signals.NAMES.size();
        return new Calibration.Weights(Arrays.copyOf(fitted, signals), fitted[signals], 0);
    }

    private static double[] plain(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double threshold(Calibration fitted, Map<String, List<Judged>> sets) {
        double best = 0;
        double most = -1;
        for (int percent = 1; percent < PERCENTS; percent++) {
            double at = percent / (double) PERCENTS;
            double mean = sets.values().stream()
                    .mapToDouble(set -> Figures.of(set, fitted, at).f1())
                    .average()
                    .orElse(0);
            if (mean > most) {
                most = mean;
                best = at;
            }
        }
        return best;
    }

    /** What one set would score at a threshold. */
    private record Figures(double f1, double answerable, double unanswerable) {
        static Figures of(List<Judged> set, Calibration fitted, double threshold) {
            double right = 0;
            double declined = 0;
            int answerable = 0;
            for (Judged judged : set) {
                Optional<Candidate> given = judged.candidates().stream()
                        .max(Comparator.comparingDouble(
                                candidate -> fitted.probability(candidate.signals(), judged.passages())))
                        .filter(best -> fitted.probability(best.signals(), judged.passages()) >= threshold);
                if (judged.question().answerable()) {
                    answerable++;
                    right += given.map(judged::f1).orElse(0.0);
                } else {
                    declined += given.isPresent() ? 0 : 1;
                }
            }
            int unanswerable = set.size() - answerable;
            return new Figures(
                    (right + declined) / Math.max(1, set.size()),
                    right / Math.max(1, answerable),
                    declined / Math.max(1, unanswerable));
        }

        String shown(String name) {
            return String.format(
                    Locale.ROOT, " %s %.3f (answerable %.3f, declined %.3f)", name, f1, answerable, unanswerable);
        }
    }
}
