package footnote.answer;

import footnote.search.EnglishAnalysis;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sentence gives somebody's words or thoughts as theirs: "the mayor said", "Ada Berg, the mayor, warned", ",” said
 * Berg", "according to Berg". Whoever is only spoken of or spoken to has said nothing.
 */
final class Attribution {
    private static final String VERB =
            "(?:said|says|told|tells|added|adds|warned|warns|announced|announces|argued|argues|claimed|claims|stated|states|insisted|insists"
                    + "|tweeted|wrote|promised|promises|vowed|vows|declared|declares|noted|notes|explained|explains|called|urged|urges|suggested"
                    + "|replied|asked|rejects|rejected|(?:would|will|did|could|may) (?:say|tell|warn|add))";
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{N}.’'-]*";
    private static final String BETWEEN = "(?:and|of|the|for|de|von|van|al|bin)";
    private static final String PERSON = NAME + "(?: (?:" + BETWEEN + " ){0,2}" + NAME + ")*";
    private static final String ROLE = "(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)(?: \\p{L}+){1,4}";
    /** What stands before the verb: names or a role, and between commas the other. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?<role>(?:\\p{L}+ ){0,3}?)(?<who>" + PERSON + "|" + ROLE + ")(?:, (?<beside>[^,“”\"]{1,80}),)? "
                    + "(?:(?:also|then|later|has|have|had|once|again) )?" + VERB + "\\b");

    private static final String BEHIND =
            "(?:[,?!]?[”\"’'] (?:said|says|added|warned|wrote|asked|replied|explained)|\\b[Aa]ccording to) ";
    private static final Pattern NAME_BEHIND =
            Pattern.compile(BEHIND + "(?<role>(?:[\\p{L}’'-]+ ){0,5}?)(?<who>" + PERSON + ")(?<beside>)");
    private static final Pattern ROLE_BEHIND = Pattern.compile(BEHIND + "(?<role>)(?<who>" + ROLE + ")(?<beside>)");

    private final List<String> speaker;
    private final boolean isPerson;

    /** @param speaker for instance "Joe Biden" or "the White House" */
    Attribution(String speaker) {
        this.speaker = EnglishAnalysis.terms(speaker);
        this.isPerson = Character.isUpperCase(speaker.codePointAt(0));
    }

    /** Whether the sentence gives words of this speaker. */
    boolean holds(String sentence) {
        String line = sentence.replaceAll("\\s+", " ");
        return !speaker.isEmpty()
                && Stream.of(BEFORE, NAME_BEHIND, ROLE_BEHIND)
                        .flatMap(form -> form.matcher(line).results())
                        .anyMatch(found -> isPerson
                                ? isPerson(found.group("who")) || isPersonBeside(found.group("beside"))
                                : isRole(found.group("role") + " " + found.group("who")));
    }

    /** A person may be called by the last name alone; what belongs to a person ("Berg’s office") is somebody else. */
    private boolean isPerson(String who) {
        return Stream.of(who.split(" and |, ")).anyMatch(one -> {
            List<String> named = EnglishAnalysis.terms(one);
            return !named.isEmpty() && named.getLast().equals(speaker.getLast());
        });
    }

    private boolean isPersonBeside(@Nullable String words) {
        return words != null && words.matches(PERSON) && isPerson(words);
    }

    /** "The White House" is not any house. */
    private boolean isRole(String who) {
        return new HashSet<>(EnglishAnalysis.terms(who)).containsAll(speaker);
    }
}
