package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRobustnessTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 17);
    private static final List<TimeRule> RULES = Stream.of(
                    DayRules.ALL, MonthRules.ALL, YearRules.ALL, WeekdayRules.ALL, CountedRules.ALL)
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"naughty_strings", "input_robustness"})
    void readsEveryHostileStringWithWordsThatAreInIt(String set) throws IOException {
        Path strings = Path.of(System.getProperty("footnote.evaluation", "nowhere"), set, "strings.jsonl");
        assumeThat(strings).exists();
        var json = new ObjectMapper();
        var reader = new TimeScopeReader();
        for (String line : Files.readAllLines(strings)) {
            JsonNode text = json.readTree(line).path("text");
            String hostile = text.asText();

            reader.read(hostile, TODAY)
                    .scope()
                    .ifPresent(scope -> assertThat(scope.said().split("; ")).allMatch(hostile::contains));
            assertThat(TextDates.of(hostile, TODAY))
                    .allMatch(date -> date.start() < date.end() && date.end() <= hostile.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "March ",
                "2020 ",
                "2020-",
                "5 ",
                "5 March ",
                "the last ",
                "a ",
                "the ",
                "between ",
                "0",
                " ",
                ",",
                "Sunday ",
                "2020 to ",
                "May may March march ",
                "early mid late ",
                "1st and ",
                "one two three ago ",
                "\u00e9",
                "temperatures the "
            })
    void everyRuleReadsTwiceTheTextInTwiceTheSteps(String piece) {
        String text = piece.repeat(1_000 / piece.length());
        for (TimeRule rule : RULES) {
            long once = steps(rule, text);
            long twice = steps(rule, text + text);

            assertThat(twice).as(rule.pattern().pattern()).isLessThanOrEqualTo(once * 2 + once / 10 + 1_000);
        }
    }

    /** How many characters a rule looks at when it is tried at every word of a text. */
    private static long steps(TimeRule rule, String text) {
        var counted = new CountedText(text, new AtomicLong());
        Matcher matcher =
                rule.pattern().matcher(counted).useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = 0; at < text.length(); at++) {
            boolean wordStart = Character.isLetterOrDigit(text.charAt(at))
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
            if (wordStart) {
                matcher.region(at, text.length()).lookingAt();
            }
        }
        return counted.reads.get();
    }

    private record CountedText(String text, AtomicLong reads) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads.incrementAndGet();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
