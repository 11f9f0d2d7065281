package footnote.answer;

import java.util.List;
import java.util.regex.Pattern;

/** What kind of words a question asks for, as far as its own words tell, and whether an answer is of that kind. */
enum WantedKind {
    TIME(
            "when\\b|(?:what|which) (?:\\w+ )?(?:time|date|day|month|year|decade|century)\\b|how long ago\\b",
            "\\p{N}|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*|\\w+days?\\b|\\b(?:today|yesterday|tomorrow|tonight"
                    + "|noon|midnight|morning|evening|spring|summer|autumn|fall|winter|week|month|year|decade|century)\\b"),
    NUMBER(
            "how (?:many|much|old|tall|far|long|large|big|high|often)\\b|what (?:number|percentage|share|proportion)\\b",
            "\\p{N}|\\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|\\w+ty|hundreds?|thousands?"
                    + "|millions?|billions?|dozens?|half|third|quarter|twice|once|double|several|few|hours?|days?|weeks?|months?"
                    + "|years?|minutes?)\\b"),
    NAME(
            "who\\b|whose\\b|whom\\b|(?:what|which) (?:\\w+ )?(?:person|man|woman|company|country|city|state|team)\\b",
            "\\p{Lu}"),
    ANYTHING("", "");

    private static final List<WantedKind> TELLING = List.of(TIME, NUMBER, NAME);

    private final Pattern question;
    private final Pattern answer;

    WantedKind(String question, String answer) {
        this.question = Pattern.compile("\\b(?:" + question + ")", Pattern.CASE_INSENSITIVE);
        // Capitals tell names from other words, so that they count here.
        this.answer =
                answer.equals("\\p{Lu}") ? Pattern.compile(answer) : Pattern.compile(answer, Pattern.CASE_INSENSITIVE);
    }

    static WantedKind of(String question) {
        return TELLING.stream()
                .filter(kind -> kind.question.matcher(question).find())
                .findFirst()
                .orElse(ANYTHING);
    }

    /** 1 if the answer is of this kind, -1 if it is not, 0 where the question doesn't tell. */
    double fit(String answer) {
        if (this == ANYTHING) {
            return 0;
        }
        return this.answer.matcher(answer).find() ? 1 : -1;
    }
}
