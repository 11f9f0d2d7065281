package footnote.answer.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells statements from questions and from orders to a writer, such as "Explain how it works." or "Replace every vowel.",
 * which say nothing that could be true. Orders about things, as in a manual, are statements of how it is done.
 */
final class Mood {
    private static final List<String> WRITING = List.of(
            "explain",
            "describe",
            "compose",
            "draft",
            "translate",
            "summarize",
            "summarise",
            "paraphrase",
            "rephrase",
            "rewrite",
            "define",
            "discuss",
            "outline",
            "break down",
            "misspell",
            "scramble",
            "jumble",
            "pretend",
            "imagine",
            "recite");
    private static final List<String> MAKING = List.of(
            "write",
            "provide",
            "give",
            "develop",
            "create",
            "generate",
            "produce",
            "make",
            "prepare",
            "add",
            "include",
            "insert",
            "replace",
            "convert",
            "change",
            "substitute",
            "remove",
            "rearrange",
            "group",
            "combine",
            "use",
            "list",
            "render",
            "tell");
    private static final String TEXT = "(?:letters?|vowels?|words|sentences?|spaces|typos|misspellings|anagrams?|poems?"
            + "|haikus?|essays?|speech|story|stories|songs?|lyrics|jokes?|limericks?|introduction|summary|summaries"
            + "|translation|equivalent|examples?|explanation|description|headlines?|slogans?)";
    private static final String OPENING = "(?m)^[\\s\\p{P}]*";
    private static final String LEAD =
            "(?i:please|now|also|then|and|next|instead|finally|first|[^.:?!\\n]{1,40}:)[,\\s]+";
    private static final Pattern ORDER = Pattern.compile(
            OPENING + "(?:" + verbs(WRITING) + "\\b|" + verbs(MAKING) + "\\b[^.\\n]{0,60}?\\b(?i:" + TEXT + ")\\b)");
    private static final Pattern QUESTION = Pattern.compile(
            "\\?[^\\p{L}\\p{N}]*$|" + OPENING
                    + "(?:What|Who|Whom|Whose|Which|When|Where|Why|How|Can|Could|Would|Will|Do|Does|Did|Is|Are)\\b[^.!?\\n]*\\?");

    private Mood() {}

    static boolean asks(String sentence) {
        return QUESTION.matcher(sentence).find();
    }

    static boolean orders(String sentence) {
        return ORDER.matcher(sentence).find();
    }

    /** With a capital, for a line that begins small goes on with the sentence of the one before; behind a lead in any case. */
    private static String verbs(List<String> verbs) {
        String small = String.join("|", verbs);
        String capital = verbs.stream()
                .map(verb -> verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1))
                .collect(Collectors.joining("|"));
        return "(?:" + capital + "|(?:" + LEAD + ")+(?i:" + small + "))";
    }
}
