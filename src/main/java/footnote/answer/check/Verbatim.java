package footnote.answer.check;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must stand in a passage letter by letter: quotations and addresses. */
final class Verbatim {
    private static final Pattern QUOTED = Pattern.compile("“([^”]+)”|\"([^\"]+)\"|«([^»]+)»");
    private static final Pattern OMISSION = Pattern.compile("\\.\\.\\.|…|\\[[^\\]]*]");
    private static final Pattern NOT_SAID = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:https?|ftp)://\\S+|\\bwww\\.\\S+|\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
                    + "|\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|org|net|io|info|biz|xyz|example|dev|app|co|ru|cn|tv|me|gov|edu)\\b(?:/\\S*)?");

    private Verbatim() {}

    static boolean isHeld(String claim, String passages) {
        String known = normal(passages);
        boolean quotes = QUOTED.matcher(claim).results().allMatch(quote -> isQuoted(quote, known));
        return quotes
                && ADDRESS.matcher(claim).results().allMatch(address -> passages.toLowerCase(Locale.ROOT)
                        .contains(bare(address.group()).toLowerCase(Locale.ROOT)));
    }

    private static boolean isQuoted(MatchResult quote, String known) {
        String words =
                quote.group(1) != null ? quote.group(1) : quote.group(2) != null ? quote.group(2) : quote.group(3);
        return OMISSION.splitAsStream(words).map(Verbatim::normal).allMatch(known::contains);
    }

    private static String normal(String text) {
        return " "
                + NOT_SAID.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    private static String bare(String address) {
        return address.replaceAll("[.,;:!?)\\]}>'\"]+$", "");
    }
}
