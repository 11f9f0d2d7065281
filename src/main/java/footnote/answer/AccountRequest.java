package footnote.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question that asks to be told of something, which no few words of a passage can answer. */
sealed interface AccountRequest {
    /**
     * Asks what there is to know, for instance "Tell me about the call".
     *
     * @param topic empty if it asks of everything there is, for instance "Summarise the article"
     */
    record Overview(String topic) implements AccountRequest {}

    /** Asks what came to pass, which a reader may find in a few words: "What happened to the bridge?". */
    record Happening(String topic) implements AccountRequest {}

    /**
     * Asks what somebody said, for instance "What did the mayor say about the bridge?".
     *
     * @param topic what about, or to whom; empty if the question doesn't say
     */
    record Statements(String speaker, String topic) implements AccountRequest {}

    Pattern OVERVIEW = Pattern.compile(
            "(?:summari[sz]e|describe|outline|compare|list|explain(?! (?:why|how|what|when|where|who|which|whether)\\b)"
                    + "|tell (?:me|us) (?:more |something )?(?:about|of)"
                    + "|(?:give (?:me|us)|write) (?:an? |the )?(?:short |brief |quick )?(?:summary|overview|outline|account|gist)(?: (?:of|about|on))?"
                    + "|what (?:do (?:we|you) know|is known|is there|is there to know|can you (?:tell|say)(?: me| us)?) about"
                    + "|what(?:'s|’s| is| are) the (?:latest |main )?(?:news|points|story)(?: (?:on|about|of|in))?)\\b(?<topic>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern HAPPENING = Pattern.compile(
            "what (?:happened|happens|is happening|has happened)(?: to| at| in| with| during| between)?\\b(?<topic>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern WHAT_ABOUT = Pattern.compile(
            "what(?:'s|’s| is| are) (?<topic>this|that|these|those|it|they|(?:the|this|these|those|your) \\p{L}+)(?: all)? about",
            Pattern.CASE_INSENSITIVE);
    Pattern STATEMENTS = Pattern.compile(
            "what (?:did|does|do|has|have|had|would|will) (?<speaker>.{1,80}?) (?:say|said|tell|told|claim|claimed|argue|argued|announce|"
                    + "announced|state|stated|warn|warned|promise|promised)\\b(?: (?:about|on|of|to|regarding|concerning))?(?<topic>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern PRONOUN = Pattern.compile("(?:i|you|he|she|it|we|they|people|anyone|everyone)", Pattern.CASE_INSENSITIVE);
    Pattern OF_THE_DOCUMENTS = Pattern.compile(
            "\\b(?:(?:all|the|this|that|these|those|it|them|your|main|whole|points?|contents?|of|in|me|please|for|news)"
                    + "|articles?|passages?|documents?|texts?|files?|stor(?:y|ies)|pages?|sources?|everything)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Empty if the question asks for no account, or for reasons and ways, which only a reader can tell. */
    static Optional<AccountRequest> of(String question) {
        String core = QuestionKind.core(question).replaceFirst("[\\s?.!]+$", "");
        Matcher said = STATEMENTS.matcher(core);
        if (said.matches()) {
            String speaker = said.group("speaker").strip();
            return PRONOUN.matcher(speaker).matches()
                    ? Optional.empty()
                    : Optional.of(new Statements(speaker, said.group("topic").strip()));
        }
        Matcher happened = HAPPENING.matcher(core);
        if (happened.matches()) {
            return Optional.of(new Happening(topic(happened.group("topic"))));
        }
        return Stream.of(WHAT_ABOUT.matcher(core), OVERVIEW.matcher(core))
                .filter(Matcher::matches)
                .findFirst()
                .map(told -> new Overview(topic(told.group("topic"))));
    }

    /** Without words that only point to the documents; empty if nothing is left. */
    private static String topic(String asked) {
        boolean pointsOnly =
                OF_THE_DOCUMENTS.matcher(asked).replaceAll("").codePoints().noneMatch(Character::isLetterOrDigit);
        return pointsOnly ? "" : SourcePhrase.removedFrom(asked).strip();
    }
}
