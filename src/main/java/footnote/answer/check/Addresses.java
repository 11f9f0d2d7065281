package footnote.answer.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes links and images out of what a model wrote; the words of a link stay. */
final class Addresses {
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*]\\([^)]*\\)|(?i:<img\\b[^>]*>)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)\\s]*)[^)]*\\)");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");
    private static final Pattern BARE =
            Pattern.compile("(?i)<?\\b(?:https?|ftp|data|javascript):[^\\s>]*[^\\s>.,;:!?)]>?");

    private Addresses() {}

    /** @param known the texts of the passages; an address that stands there may stay, as plain text */
    static String removed(String written, String known) {
        String text = IMAGE.matcher(written).replaceAll("");
        text = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
        text = BARE.matcher(text).replaceAll(found -> {
            String bare = found.group().replaceAll("[<>]", "");
            return known.contains(bare) ? Matcher.quoteReplacement(bare) : "";
        });
        return TAG.matcher(text).replaceAll("");
    }
}
