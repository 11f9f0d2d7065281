package footnote.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is posted: a text for notifications and screen readers, and the blocks that people see.
 *
 * @param text in mrkdwn, escaped; at most {@link ReplyWriter#LONGEST} characters
 * @param body the blocks without buttons
 * @param answer the id that feedback names; null if there is nothing to judge
 */
record SlackReply(
        String text, List<LayoutBlock> body, @Nullable String answer) {
    static final String SHARE = "share";

    SlackReply {
        body = List.copyOf(body);
    }

    /** One sentence of the bot's own. */
    static SlackReply saying(String sentence) {
        return new SlackReply(sentence, List.of(section(sentence)), null);
    }

    List<LayoutBlock> blocks(FeedbackButtons buttons) {
        List<LayoutBlock> blocks = new ArrayList<>(body);
        if (answer != null) {
            blocks.addAll(buttons.blocks(answer));
        }
        return blocks;
    }

    /** The blocks for the asker alone, with a button that shows them to everybody. */
    List<LayoutBlock> shareable(String id) {
        List<LayoutBlock> blocks = new ArrayList<>(body);
        blocks.add(ActionsBlock.builder()
                .elements(List.of(ButtonElement.builder()
                        .actionId(SHARE)
                        .value(id)
                        .text(new PlainTextObject("Share with the channel", false))
                        .build()))
                .build());
        return blocks;
    }

    static SectionBlock section(String mrkdwn) {
        return SectionBlock.builder().text(literal(mrkdwn)).build();
    }

    static ContextBlock context(String mrkdwn) {
        return ContextBlock.builder().elements(List.of(literal(mrkdwn))).build();
    }

    /** Verbatim, so that Slack makes no links and mentions of its own out of the words. */
    private static MarkdownTextObject literal(String mrkdwn) {
        return new MarkdownTextObject(mrkdwn, true);
    }
}
