package footnote.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.App;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;

/** Takes what people press below an answer. Threads may share it. */
final class FeedbackIntake {
    private final FeedbackBox box;
    private final SlackCalls calls;
    private final ExecutorService workers;

    FeedbackIntake(FeedbackBox box, SlackCalls calls, ExecutorService workers) {
        this.box = box;
        this.calls = calls;
        this.workers = workers;
    }

    void register(App app) {
        app.blockAction(Pattern.compile(FeedbackButtons.ACTION + ".*"), (request, context) -> {
            BlockActionPayload.Action action = request.getPayload().getActions().getFirst();
            keep(String.valueOf(action.getValue()));
            if (!FeedbackButtons.ACTION.equals(action.getActionId())) {
                String address = request.getPayload().getResponseUrl();
                workers.execute(() -> thank(address));
            }
            return context.ack();
        });
    }

    private void keep(String judgement) {
        if (judgement.startsWith(FeedbackButtons.UP)) {
            box.keep(judgement.substring(FeedbackButtons.UP.length()), true);
        } else if (judgement.startsWith(FeedbackButtons.DOWN)) {
            box.keep(judgement.substring(FeedbackButtons.DOWN.length()), false);
        }
    }

    /** Slack's own feedback buttons show by themselves that they were pressed; plain ones don't. */
    private void thank(String address) {
        calls.respond(
                address,
                ActionResponse.builder()
                        .responseType("ephemeral")
                        .replaceOriginal(false)
                        .text("Thank you, noted.")
                        .build());
    }
}
