package footnote.eval;

import footnote.domain.Passage;
import footnote.eval.SupportPair.Change;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one thing of a right sentence. */
final class WrongSentence {
    private static final Pattern YEAR = Pattern.compile("(?<![\\p{L}\\p{N},.])[12]\\d{3}(?![\\p{N},.]\\d|\\p{L})");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N},.-])\\d+(?:[,.]\\d+)*(?![\\p{L}\\p{N}])");
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}{2,}(?: \\p{Lu}\\p{Ll}{2,})*(?![\\p{L}])");
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:The )?\\p{Lu}\\p{Ll}{2,}(?: \\p{Lu}\\p{Ll}{2,})*(?= (?:was|is|were|are|had|has|said|\\p{Ll}+ed)\\b)");
    private static final Pattern AUXILIARY = Pattern.compile(
            "\\b(?:was|is|are|were|has|had|can|will|could|should|would|may|must)\\b(?! (?:not|no|only|never)\\b)");
    private static final Pattern NOT = Pattern.compile(" not\\b(?! only)(?= \\p{Ll}{4,})");
    private static final Pattern PAST = Pattern.compile("(?<=^[^,]{3,60} )(\\p{Ll}{3,}[^e])ed\\b");

    private WrongSentence() {}

    /** The sentence with that change, if it has a place for it; passages other than the first lend strange names. */
    static Optional<String> of(String right, Change change, List<Passage> passages) {
        return switch (change) {
            case NUMBER -> replaced(right, NUMBER, WrongSentence::otherNumber);
            case DATE -> replaced(right, YEAR, year -> String.valueOf(Integer.parseInt(year) + 11));
            case NAME ->
                renamed(
                        right,
                        NAME,
                        passages.subList(1, passages.size()),
                        passages.getFirst().text());
            case NEGATION -> denied(right);
            case ATTRIBUTION -> renamed(right, SUBJECT, passages.subList(0, 1), right);
        };
    }

    private interface Other {
        String than(String found);
    }

    private static Optional<String> replaced(String right, Pattern pattern, Other other) {
        Matcher found = pattern.matcher(right);
        boolean isYear = pattern.equals(NUMBER)
                && found.find()
                && YEAR.matcher(found.group()).matches();
        found.reset();
        if (isYear || !found.find()) {
            return Optional.empty();
        }
        return Optional.of(
                right.substring(0, found.start()) + other.than(found.group()) + right.substring(found.end()));
    }

    /** The last digit but for a trailing run of zeros goes up. */
    private static String otherNumber(String number) {
        int at = number.length() - 1;
        while (at > 0 && (number.charAt(at) == '0' || !Character.isDigit(number.charAt(at)))) {
            at--;
        }
        int digit = Character.digit(number.charAt(at), 10);
        return number.substring(0, at) + (digit == 9 ? 4 : digit + 1) + number.substring(at + 1);
    }

    private static Optional<String> denied(String right) {
        Matcher not = NOT.matcher(right);
        if (not.find()) {
            return Optional.of(not.replaceFirst(""));
        }
        Matcher auxiliary = AUXILIARY.matcher(right);
        if (auxiliary.find()) {
            return Optional.of(
                    new StringBuilder(right).insert(auxiliary.end(), " not").toString());
        }
        Matcher past = PAST.matcher(right);
        return past.find()
                ? Optional.of(
                        new StringBuilder(right).insert(past.start(1), "never ").toString())
                : Optional.empty();
    }

    /** Another name in the place of one; from passages that have names which the known text doesn't have. */
    private static Optional<String> renamed(String right, Pattern place, List<Passage> lending, String known) {
        Matcher found = place.matcher(right);
        if (!found.find()) {
            return Optional.empty();
        }
        return lending.stream()
                .flatMap(passage -> NAME.matcher(passage.text()).results().map(MatchResult::group))
                .filter(name -> !known.contains(name)
                        && !right.contains(name)
                        && !found.group().contains(name))
                .findFirst()
                .map(name -> right.substring(0, found.start()) + name + right.substring(found.end()));
    }
}
