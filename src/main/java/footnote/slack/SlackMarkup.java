package footnote.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as Slack's mrkdwn shows it literally, and back. Escaping after docs.slack.dev, "Formatting message text"; for the
 * marks of bold and the like Slack has no escape, so they are written as a date that is none, whose fallback Slack shows as
 * it stands (an observation of the jsx-slack project).
 */
final class SlackMarkup {
    private static final String NOTHING = "\u200b";
    private static final String EMOJI = ":(?=(?:[a-zA-Z0-9_+'-]*[a-zA-Z][a-zA-Z0-9_+'-]*|[+-]1|100|1234):)";
    private static final Pattern MARK = Pattern.compile("[*_~`]|" + EMOJI);
    private static final Pattern LITERAL = Pattern.compile("<!date\\^00000000\\^\\{_}\\|([^>]*)>");
    private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^(\\s*)(?=&gt;)");
    private static final Pattern ANGLED = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_~\\[\\]#|+!(){}:-]");

    private SlackMarkup() {}

    /** For mrkdwn: no mention, link or formatting in it comes to life. */
    static String escaped(String text) {
        String entities = entities(text);
        Matcher marks = MARK.matcher(entities);
        StringBuilder literal = new StringBuilder();
        while (marks.find()) {
            String mark = marks.group();
            boolean within = isWithinWord(entities, marks.start(), marks.end());
            marks.appendReplacement(
                    literal, within ? Matcher.quoteReplacement(mark) : "<!date^00000000^{_}|" + mark + ">");
        }
        marks.appendTail(literal);
        return QUOTED_LINE.matcher(literal).replaceAll("$1" + NOTHING);
    }

    /** Between two letters or digits Slack sees no formatting. */
    private static boolean isWithinWord(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && Character.isLetterOrDigit(text.charAt(start - 1))
                && Character.isLetterOrDigit(text.charAt(end))
                && text.charAt(start) != ':'
                && text.charAt(start) != '`';
    }

    /** For the words of a link, in which nothing can be nested: marks give way to signs that look alike. */
    static String label(String text) {
        return entities(text.replaceAll("\\s+", " "))
                .replace('*', '∗')
                .replace('_', 'ˍ')
                .replace('~', '∼')
                .replace('`', 'ˋ')
                .replace('|', 'ǀ')
                .replaceAll(EMOJI, "꞉");
    }

    static String link(String address, String label) {
        return "<" + entities(address).replace("|", "%7C") + "|" + label + ">";
    }

    /** For the Markdown of Slack's streaming calls. */
    static String markdown(String text) {
        return entities(MARKDOWN.matcher(text).replaceAll("\\\\$0"));
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What a person typed, or the bot wrote, as plain text: mentions of one user left out, links by their words. */
    static String plain(String slack, String user) {
        String literal = LITERAL.matcher(slack).replaceAll("$1").replace(NOTHING, "");
        String words = ANGLED.matcher(literal).replaceAll(angled -> Matcher.quoteReplacement(words(angled, user)));
        String text = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private static String words(MatchResult angled, String user) {
        String target = angled.group(1);
        String label = angled.group(2);
        if (target.equals("@" + user)) {
            return " ";
        }
        if (label == null) {
            return target.startsWith("!") ? " " : target;
        }
        return target.startsWith("#") || target.startsWith("@") ? target.charAt(0) + label : label;
    }

    static boolean mentions(String slack, String user) {
        return slack.contains("<@" + user + ">") || slack.contains("<@" + user + "|");
    }

    /** Whether it begins by speaking to somebody else. */
    static boolean speaksToAnother(String slack, String user) {
        return slack.stripLeading().startsWith("<@") && !mentions(slack, user);
    }
}
