package footnote.answer;

import footnote.domain.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds sentences of a passage that speak to a machine instead of telling a reader something. A reader of spans cannot
 * obey them, but it could quote them; so no answer is taken from them.
 */
public final class PlantedText {
    private static final Pattern TO_A_MACHINE = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:instructions?|prompts?|rules|above|previous|prior)\\b"
                    + "|\\b(?:note|message|instructions?|attention|notice) (?:to|for) (?:all )?(?:the )?(?:ai|llm|chat ?bot|language model|assistant)"
                    + "|\\b(?:ai|llm) (?:assistants?|models?|agents?)\\b.{0,60}\\b(?:must|should|always|never|please)\\b"
                    + "|\\byou are now\\b.{0,60}\\b(?:mode|assistant|ai|unrestricted)\\b"
                    + "|\\b(?:system|developer) prompt\\b"
                    + "|\\b(?:always|only|instead|now) (?:answer|reply|respond)\\b.{0,20}(?:with|\"|“|')"
                    + "|\\banswer every question\\b"
                    + "|\\bdo not (?:cite|mention|reveal|disclose)\\b"
                    + "|\\b(?:in|of|to|modify|augment|enhance|append to|render|provide|begin|end) your (?:response|reply|answer|message|output)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PlantedText() {}

    /** The spans of such sentences, in order. The sentence that follows one in the same paragraph goes on with it. */
    public static List<Sentences.Span> in(String text) {
        List<Sentences.Span> planted = new ArrayList<>();
        for (Sentences.Span sentence : Sentences.of(text)) {
            boolean speaks = TO_A_MACHINE.matcher(sentence.of(text)).find();
            boolean goesOn = !planted.isEmpty() && sameParagraph(text, planted.getLast(), sentence);
            if (speaks || goesOn) {
                planted.add(sentence);
            }
        }
        return List.copyOf(planted);
    }

    private static boolean sameParagraph(String text, Sentences.Span before, Sentences.Span sentence) {
        return text.substring(before.end(), sentence.start()).indexOf('\n') < 0 && before.end() <= sentence.start();
    }
}
