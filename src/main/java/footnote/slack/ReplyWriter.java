package footnote.slack;

import static footnote.slack.SlackMarkup.escaped;
import static footnote.slack.SlackMarkup.label;
import static footnote.slack.SlackMarkup.link;

import com.slack.api.model.block.LayoutBlock;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Citation;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes an answer as Slack shows it: sentences with their markers, footnotes below in small. Threads may share it. */
final class ReplyWriter {
    /** Slack's limit for the text of a section or a context element. */
    static final int LONGEST = 3_000;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_QUOTE = 160;
    private static final int MOST_FOOTNOTES = 10;
    private static final int CLOSEST = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final @Nullable String site;

    /** @param publicUrl where people reach the page; null if nowhere */
    ReplyWriter(@Nullable URI publicUrl) {
        this.site = publicUrl == null ? null : publicUrl.toString().replaceAll("/+$", "");
    }

    SlackReply reply(AnswerEvent.Ending ending) {
        return switch (ending) {
            case AnswerEvent.Completed completed -> answered(completed.answer());
            case AnswerEvent.Declined declined -> declined(declined.closest());
            case AnswerEvent.Failed failed ->
                SlackReply.saying("Sorry, I could not answer: " + escaped(failed.message())
                        + " Please ask again; if it stays, the log has more under `" + escaped(failed.id()) + "`.");
        };
    }

    private SlackReply answered(Answer answer) {
        String text = cut(answer);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(SlackReply.section(text));
        addNotice(answer, blocks);
        addLines(footnotes(answer.citations()), blocks);
        return new SlackReply(text, blocks, answer.id());
    }

    private SlackReply declined(Answer answer) {
        String text = escaped(answer.answer());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(SlackReply.section(text));
        addNotice(answer, blocks);
        List<String> closest = closest(answer.sources());
        if (!closest.isEmpty()) {
            closest.addFirst("The closest that I have, which is not an answer:");
        }
        addLines(closest, blocks);
        return new SlackReply(text, blocks, answer.id());
    }

    private static void addNotice(Answer answer, List<LayoutBlock> blocks) {
        if (answer.notice() != null) {
            blocks.add(SlackReply.context(escaped(answer.notice())));
        }
    }

    /** As few blocks as the lines fit into. */
    private static void addLines(List<String> lines, List<LayoutBlock> blocks) {
        StringBuilder block = new StringBuilder();
        for (String line : lines) {
            if (!block.isEmpty() && block.length() + line.length() >= LONGEST) {
                blocks.add(SlackReply.context(block.toString()));
                block.setLength(0);
            }
            block.append(block.isEmpty() ? "" : "\n").append(line);
        }
        if (!block.isEmpty()) {
            blocks.add(SlackReply.context(block.toString()));
        }
    }

    private List<String> footnotes(List<Citation> citations) {
        List<String> lines = new ArrayList<>();
        for (Citation citation : citations.subList(0, Math.min(MOST_FOOTNOTES, citations.size()))) {
            lines.add("[%d] %s".formatted(citation.marker(), described(citation)));
        }
        if (citations.size() > MOST_FOOTNOTES) {
            lines.add("and %d more".formatted(citations.size() - MOST_FOOTNOTES));
        }
        return lines;
    }

    private String described(Citation citation) {
        return titled(citation.title(), citation.link()) + dated(citation.date(), citation.source());
    }

    private String titled(String title, String path) {
        String words = label(shortened(title, LONGEST_TITLE));
        return site == null ? words : link(site + path, words);
    }

    private static String dated(@Nullable LocalDate date, @Nullable String source) {
        return (date == null ? "" : " · " + DAY.format(date))
                + (source == null ? "" : " · " + label(shortened(source, LONGEST_TITLE)));
    }

    /** The nearest passages, one a document. */
    private List<String> closest(List<Hit> sources) {
        Set<String> documents = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (Hit source : sources) {
            Passage passage = source.passage();
            if (lines.size() < CLOSEST && documents.add(passage.document())) {
                Citation whole = Citation.of(1, passage, 0, passage.text().length());
                lines.add("• " + described(whole) + ": “" + escaped(shortened(passage.text(), LONGEST_QUOTE)) + "”");
            }
        }
        return lines;
    }

    private static String shortened(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int space = line.lastIndexOf(' ', longest);
        int end = space < longest / 2 ? longest : space;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The answer with linked markers; where it is too long, whole sentences of it and the way to the rest. */
    private String cut(Answer answer) {
        String text = answer.answer();
        String whole = linked(text, answer.citations());
        if (whole.length() <= LONGEST) {
            return whole;
        }
        String rest = rest(answer.question());
        String kept = "";
        for (int end : ends(text)) {
            String longer = linked(text.substring(0, end), answer.citations());
            if (longer.length() + rest.length() >= LONGEST) {
                break;
            }
            kept = longer;
        }
        return (kept.isEmpty() ? escaped(shortened(text, LONGEST / 8)) : kept) + "\n" + rest;
    }

    /** Where a sentence ends: an answer has each on a line of its own, unless its writer joined some. */
    private static SortedSet<Integer> ends(String text) {
        SortedSet<Integer> ends = new TreeSet<>();
        Sentences.of(text).forEach(sentence -> ends.add(sentence.end()));
        for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
            ends.add(line);
        }
        return ends;
    }

    private String rest(String question) {
        if (site == null) {
            return "… The rest is too long for a message; the page shows all of it.";
        }
        String asked = "/?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
        return "… " + link(site + (asked.length() < LONGEST / 2 ? asked : "/"), "Read the whole answer");
    }

    private String linked(String text, List<Citation> citations) {
        String linked = escaped(text);
        if (site == null) {
            return linked;
        }
        for (Citation citation : citations) {
            String marker = "[" + citation.marker() + "]";
            linked = linked.replace(marker, link(site + citation.link(), marker));
        }
        return linked;
    }
}
