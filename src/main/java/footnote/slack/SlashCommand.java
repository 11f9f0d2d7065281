package footnote.slack;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import footnote.answer.Assistant.AskerGone;
import footnote.domain.AnswerEvent;
import footnote.domain.InvalidValue;
import footnote.domain.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slash command: an answer for the asker alone, who may share it with the channel. Threads may share it. */
final class SlashCommand {
    private static final Logger LOG = LoggerFactory.getLogger(SlashCommand.class);
    private static final String EPHEMERAL = "ephemeral";
    private static final String FAULT = "Sorry, I could not answer because of a fault. Please ask again.";

    /** What a share button shows, as it is kept until somebody presses it. */
    private record Shareable(String question, String text, List<LayoutBlock> blocks) {}

    private final Gson gson = GsonFactory.createSnakeCase();
    private final Workspace workspace;
    private final ThreadAnswer.Desk desk;
    private final ExecutorService workers;

    SlashCommand(Workspace workspace, ThreadAnswer.Desk desk, ExecutorService workers) {
        this.workspace = workspace;
        this.desk = desk;
        this.workers = workers;
    }

    void register(App app) {
        app.command(Pattern.compile("/.+"), (request, context) -> {
            SlashCommandPayload payload = request.getPayload();
            String question = SlackMarkup.plain(
                    String.valueOf(payload.getText()), workspace.bot().userIfKnown());
            if (payload.getText() == null || question.isEmpty()) {
                return context.ack(
                        "Write your question behind the command: " + payload.getCommand() + " What happened?");
            }
            Command command = new Command(payload.getTriggerId(), question, payload.getResponseUrl());
            if (!workspace.seen().take(command)) {
                return context.ack();
            }
            workers.execute(() -> answer(command));
            return context.ack("Reading the passages…");
        });
        app.blockAction(SlackReply.SHARE, (request, context) -> {
            BlockActionPayload payload = request.getPayload();
            workers.execute(() -> share(payload));
            return context.ack();
        });
    }

    /** Answers what a process that died has left. */
    void resume(Command left) {
        LOG.info("a command is taken over from a process that has ended");
        workers.execute(() -> answer(left));
    }

    /** Whoever is interrupted by the end of the process leaves the command to the next. */
    private void answer(Command command) {
        try {
            respond(command, reply(command.question()));
        } catch (AskerGone interrupted) {
            return;
        } catch (InvalidValue wrong) {
            say(
                    command.address(),
                    "I can't take this question: it " + SlackMarkup.escaped(String.valueOf(wrong.getMessage())) + ".");
        } catch (RuntimeException fault) {
            LOG.error("a command failed", fault);
            say(command.address(), FAULT);
        }
        workspace.seen().finished(command);
    }

    private SlackReply reply(String text) {
        Question question = Question.of(text, desk.today().get());
        AtomicReference<AnswerEvent> last = new AtomicReference<>();
        desk.seats().acquireUninterruptibly();
        try {
            desk.assistant().ask(question, last::set);
        } finally {
            desk.seats().release();
        }
        if (last.get() instanceof AnswerEvent.Ending ending) {
            return desk.writer().reply(ending);
        }
        throw new AskerGone(null);
    }

    private void respond(Command command, SlackReply reply) {
        List<LayoutBlock> blocks = reply.body();
        if (reply.answer() != null) {
            Shareable shareable = new Shareable(command.question(), reply.text(), reply.blocks(FeedbackButtons.PLAIN));
            workspace.seen().keep(reply.answer(), gson.toJson(shareable));
            blocks = reply.shareable(reply.answer());
        }
        send(
                command.address(),
                ActionResponse.builder()
                        .responseType(EPHEMERAL)
                        .replaceOriginal(true)
                        .text(reply.text())
                        .blocks(blocks)
                        .build());
    }

    private void say(String address, String sentence) {
        send(
                address,
                ActionResponse.builder()
                        .responseType(EPHEMERAL)
                        .replaceOriginal(true)
                        .text(sentence)
                        .build());
    }

    private void share(BlockActionPayload payload) {
        String id = payload.getActions().getFirst().getValue();
        Optional<Shareable> kept = workspace.seen().kept(id).map(text -> gson.fromJson(text, Shareable.class));
        if (kept.isEmpty()) {
            say(payload.getResponseUrl(), "This answer is too old to be shared. Please ask again.");
        } else if (workspace.seen().takeOnce("share-" + id)) {
            share(payload, kept.get());
        }
    }

    private void share(BlockActionPayload payload, Shareable answer) {
        String title = "<@" + payload.getUser().getId() + "> asked: " + SlackMarkup.escaped(answer.question());
        List<LayoutBlock> blocks = new ArrayList<>(answer.blocks());
        blocks.addFirst(SlackReply.context(title.substring(0, Math.min(title.length(), ReplyWriter.LONGEST))));
        send(
                payload.getResponseUrl(),
                ActionResponse.builder()
                        .responseType("in_channel")
                        .replaceOriginal(false)
                        .text(answer.text())
                        .blocks(blocks)
                        .build());
        send(
                payload.getResponseUrl(),
                ActionResponse.builder().deleteOriginal(true).build());
    }

    private void send(String address, ActionResponse response) {
        if (!workspace.calls().respond(address, response)) {
            LOG.error("Slack did not take the answer to a command");
        }
    }
}
