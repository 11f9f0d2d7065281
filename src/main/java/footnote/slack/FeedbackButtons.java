package footnote.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import java.util.List;

/** How people judge an answer: by Slack's own buttons, or by plain ones in a workspace that has none. */
enum FeedbackButtons {
    NATIVE {
        @Override
        List<LayoutBlock> blocks(String answer) {
            return List.of(ContextActionsBlock.builder()
                    .elements(List.of(FeedbackButtonsElement.builder()
                            .actionId(ACTION)
                            .positiveButton(choice("Good answer", UP + answer))
                            .negativeButton(choice("Bad answer", DOWN + answer))
                            .build()))
                    .build());
        }
    },
    PLAIN {
        @Override
        List<LayoutBlock> blocks(String answer) {
            return List.of(ActionsBlock.builder()
                    .elements(List.of(
                            button("-up", "Good answer", UP + answer), button("-down", "Bad answer", DOWN + answer)))
                    .build());
        }
    };

    static final String ACTION = "feedback";
    static final String UP = "up:";
    static final String DOWN = "down:";

    abstract List<LayoutBlock> blocks(String answer);

    private static FeedbackButtonObject choice(String label, String value) {
        return FeedbackButtonObject.builder()
                .text(new PlainTextObject(label, false))
                .value(value)
                .build();
    }

    private static ButtonElement button(String suffix, String label, String value) {
        return ButtonElement.builder()
                .actionId(ACTION + suffix)
                .text(new PlainTextObject(label, false))
                .value(value)
                .build();
    }
}
