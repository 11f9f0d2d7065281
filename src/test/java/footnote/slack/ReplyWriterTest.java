package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Citation;
import footnote.domain.Hit;
import footnote.domain.IndexState;
import footnote.domain.Passage;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReplyWriterTest {
    private static final String HOSTILE =
            "<!channel> <@U123> *bold* <https://evil.example|click> & `code` :wave: ~gone~ _slant_";
    private final ReplyWriter linking = new ReplyWriter(URI.create("https://docs.example.org/"));

    private static Passage passage(String document, String title, String text) {
        return new Passage(
                document + ".7-" + (7 + text.length()),
                document,
                title,
                LocalDate.of(2021, 12, 30),
                "Tarn Gazette",
                "",
                text,
                7,
                7 + text.length());
    }

    private static Answer answer(String text, List<Citation> citations, List<Hit> sources, @Nullable String notice) {
        return new Answer(
                "id-1",
                citations.isEmpty() ? Answer.Status.DECLINED : Answer.Status.ANSWERED,
                text,
                null,
                "quoting",
                null,
                null,
                "Who closed the bridge?",
                null,
                citations,
                sources,
                notice,
                new IndexState(1, 1, 1),
                new Answer.Millis(1, 1, 2));
    }

    private static String json(List<LayoutBlock> blocks) {
        return GsonFactory.createSnakeCase()
                .toJson(blocks)
                .replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replace("\\u0026", "&");
    }

    @Test
    void linksEachMarkerAndFootnoteToTheQuote() {
        Citation citation = Citation.of(1, passage("old bridge", "Old bridge closed", "It was closed."), 0, 14);
        SlackReply reply = linking.reply(
                new AnswerEvent.Completed(answer("It was closed. [1]", List.of(citation), List.of(), "Mind this.")));

        assertThat(reply.text()).isEqualTo("It was closed. <https://docs.example.org/documents/old%20bridge#7-21|[1]>");
        assertThat(json(reply.body()))
                .contains(
                        "[1] <https://docs.example.org/documents/old%20bridge#7-21|Old bridge closed> · 30 Dec 2021 · Tarn"
                                + " Gazette")
                .contains("Mind this.")
                .contains("\"verbatim\":true");
        assertThat(reply.body()).hasSize(3);
    }

    @Test
    void namesFootnotesWithoutLinksWhereNoAddressIsKnown() {
        Citation citation = Citation.of(1, passage("bridge", "Old bridge closed", "It was closed."), 0, 14);
        SlackReply reply = new ReplyWriter(null)
                .reply(new AnswerEvent.Completed(answer("It was closed. [1]", List.of(citation), List.of(), null)));

        assertThat(reply.text()).isEqualTo("It was closed. [1]");
        assertThat(json(reply.body()))
                .contains("[1] Old bridge closed · 30 Dec 2021")
                .doesNotContain("<");
    }

    @Test
    void letsNothingOfAPassageComeToLife() {
        Passage hostile = passage("x", HOSTILE + " | [2]", HOSTILE);
        Citation citation = Citation.of(1, hostile, 0, HOSTILE.length());
        Answer answered = answer(HOSTILE + " [1]", List.of(citation), List.of(), HOSTILE);
        Answer declined = answer("No.", List.of(), List.of(new Hit(hostile, 1)), HOSTILE);

        for (AnswerEvent.Ending ending :
                List.of(new AnswerEvent.Completed(answered), new AnswerEvent.Declined(declined))) {
            SlackReply reply = linking.reply(ending);
            assertThat(reply.text() + json(reply.body()))
                    .doesNotContain("<!channel>")
                    .doesNotContain("<@U123>")
                    .doesNotContain("<https://evil")
                    .doesNotContain("*bold*")
                    .doesNotContain("_slant_")
                    .doesNotContain("~gone~")
                    .doesNotContain("`code`")
                    .doesNotContain(":wave:")
                    .contains("&lt;!channel&gt;");
        }
        assertThat(SlackMarkup.plain(SlackMarkup.escaped(HOSTILE), "UBOT")).isEqualTo(HOSTILE);
    }

    @Test
    void keepsAQuotingSignAtTheStartOfALineFromMakingAQuotation() {
        assertThat(SlackMarkup.escaped("one\n> two")).isEqualTo("one\n\u200b&gt; two");
        assertThat(SlackMarkup.plain(SlackMarkup.escaped("one\n> two"), "U")).isEqualTo("one\n> two");
    }

    @Test
    void leavesSignsWithinWordsAsTheyAre() {
        assertThat(SlackMarkup.escaped("snake_case at 10:30:45 costs 3*4"))
                .isEqualTo("snake_case at 10:30:45 costs 3*4");
    }

    @Test
    void readsWhatAPersonTyped() {
        assertThat(SlackMarkup.plain(
                        "<@UBOT> see <https://a.example/x|the page>, <#C1|general> &amp; <@U2|ann> <!here> &lt;ok&gt;",
                        "UBOT"))
                .isEqualTo("see the page, #general & @ann   <ok>");
    }

    @Test
    void declinesAndShowsTheClosestOnePerDocument() {
        List<Hit> sources = List.of(
                new Hit(passage("a", "First", "One sentence."), 3),
                new Hit(passage("a", "First", "Other words."), 2),
                new Hit(passage("b", "Second", "Two. ".repeat(100).strip()), 1));
        SlackReply reply = linking.reply(
                new AnswerEvent.Declined(answer("The passages don't answer this question.", List.of(), sources, null)));

        assertThat(reply.text()).isEqualTo("The passages don't answer this question.");
        assertThat(json(reply.body()))
                .contains("which is not an answer")
                .contains("<https://docs.example.org/documents/a#7-20|First>")
                .contains("One sentence.")
                .doesNotContain("Other words.")
                .contains("|Second>")
                .contains("Two.…");
    }

    @Test
    void cutsALongAnswerAtASentenceAndLinksToTheRest() {
        Citation citation = Citation.of(1, passage("a", "First", "One sentence."), 0, 13);
        String sentence = "This is the sentence number x and it goes on <so>. [1]\n";
        Answer answer = answer(sentence.repeat(80).strip(), List.of(citation), List.of(), null);
        SlackReply reply = linking.reply(new AnswerEvent.Completed(answer));

        assertThat(reply.text()).hasSizeLessThanOrEqualTo(ReplyWriter.LONGEST).hasSizeGreaterThan(2_000);
        String[] lines = reply.text().split("\n", -1);
        assertThat(lines[lines.length - 2]).endsWith("|[1]>");
        assertThat(lines[lines.length - 1])
                .isEqualTo("… <https://docs.example.org/?q=Who+closed+the+bridge%3F|Read the whole answer>");
        assertThat(new ReplyWriter(null)
                        .reply(new AnswerEvent.Completed(answer))
                        .text())
                .endsWith("the page shows all of it.");
    }

    @Test
    void staysWithinSlacksLimitsWhateverTheAnswerHolds() {
        List<Citation> citations = new ArrayList<>();
        for (int marker = 1; marker <= 40; marker++) {
            citations.add(Citation.of(marker, passage("d" + marker, "<*_".repeat(200), "Words."), 0, 6));
        }
        for (String text : List.of("&".repeat(9_000) + " [1]", "x*".repeat(4_000) + " [1]", "w [1][2]\n".repeat(900))) {
            SlackReply reply =
                    linking.reply(new AnswerEvent.Completed(answer(text.strip(), citations, List.of(), null)));

            assertThat(reply.text()).hasSizeLessThanOrEqualTo(ReplyWriter.LONGEST);
            assertThat(reply.body()).hasSizeLessThan(50);
            assertThat(reply.body()).allSatisfy(block -> assertThat(
                            json(List.of(block)).replaceAll(".*\"text\":\"(.*?)\",\"verbatim.*", "$1"))
                    .hasSizeLessThanOrEqualTo(ReplyWriter.LONGEST));
        }
    }
}
