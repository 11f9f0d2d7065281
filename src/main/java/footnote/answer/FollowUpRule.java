package footnote.answer;

import footnote.domain.Question;
import footnote.domain.Turn;
import java.util.regex.Pattern;

/**
 * Makes a follow-up stand alone without a model: a question that leans on what was said, by a pronoun or by being only a
 * few words, gets the last question of the asker in front. Threads may share it.
 */
public final class FollowUpRule implements QuestionRewriter {
    private static final int FEW_WORDS = 4;
    private static final Pattern LEANS = Pattern.compile(
            "^(?:and|but|so|what about|how about|why|when|where|who|how)\\b.{0,12}$"
                    + "|^(?:and|but|so|what about|how about)\\b"
                    + "|\\b(?:he|she|it|they|him|her|them|his|its|their|theirs|that|this|these|those|there|then|the same)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String standAlone(Question question) {
        String text = question.text();
        boolean leans = LEANS.matcher(text).find() || text.split("\\s+").length <= FEW_WORDS;
        String before = lastAsked(question);
        if (before.isEmpty() || !leans) {
            return text;
        }
        String joined = before + " " + text;
        return joined.length() <= Question.LONGEST ? joined : text;
    }

    private static String lastAsked(Question question) {
        return question.history().reversed().stream()
                .filter(turn -> turn.role() == Turn.Role.USER)
                .map(turn -> turn.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
