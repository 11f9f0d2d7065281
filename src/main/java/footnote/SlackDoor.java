package footnote;

import footnote.answer.Assistant;
import footnote.domain.Document;
import footnote.search.PassageIndex;
import footnote.slack.SlackBot;
import footnote.slack.SlackSettings;
import footnote.web.WebSettings;
import footnote.web.Webhook;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Joins the bot to the server, if the environment sets it up; otherwise it is silent. */
final class SlackDoor implements AutoCloseable {
    private static final int NEWEST_OF = 100;
    private static final int QUESTIONS = 4;

    private final Optional<SlackBot> bot;

    private SlackDoor(Optional<SlackBot> bot) {
        this.bot = bot;
    }

    static SlackDoor open(Options options, URI slackApi, WebSettings web, Assistant assistant, PassageIndex index) {
        var settings =
                SlackSettings.from(System.getenv(), slackApi, web.access().publicUrl(), options.data.resolve("slack"));
        return new SlackDoor(settings.map(known -> SlackBot.open(
                known,
                assistant,
                options::today,
                (answer, good) -> web.feedback().keep(answer, good, null),
                () -> questions(index))));
    }

    /** The server's settings, with Slack's requests handed to the bot. */
    WebSettings onto(WebSettings settings) {
        return bot.map(known -> settings.withSlack((headers, body) -> {
                    SlackBot.Reply reply = known.take(headers, body);
                    return new Webhook.Reply(reply.status(), reply.contentType(), reply.body());
                }))
                .orElse(settings);
    }

    /** One question about each of the newest documents. */
    private static List<String> questions(PassageIndex index) {
        return index.documents(0, NEWEST_OF).stream()
                .map(PassageIndex.Listed::document)
                .sorted(Comparator.comparing(SlackDoor::day).reversed().thenComparing(Document::id))
                .limit(QUESTIONS)
                .map(document -> "What do we know about “" + document.title() + "”?")
                .toList();
    }

    private static LocalDate day(Document document) {
        return document.date() == null ? LocalDate.MIN : document.date();
    }

    @Override
    public void close() {
        bot.ifPresent(SlackBot::close);
    }
}
