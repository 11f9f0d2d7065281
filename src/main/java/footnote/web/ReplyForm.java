package footnote.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an answer is sent: whole, or event by event. */
enum ReplyForm {
    JSON("application/json"),
    EVENTS("text/event-stream");

    final String mediaType;

    ReplyForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What an Accept header prefers; JSON unless it names the event stream. Of equals the one named first. */
    static ReplyForm of(@Nullable String accept) {
        ReplyForm best = JSON;
        double weight = 0;
        for (String range :
                accept == null ? new String[0] : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            for (ReplyForm form : values()) {
                if (form.isNamedBy(range) && weight(range) > weight) {
                    best = form;
                    weight = weight(range);
                }
            }
        }
        return best;
    }

    private boolean isNamedBy(String range) {
        return range.split(";", 2)[0].strip().equals(mediaType);
    }

    private static double weight(String range) {
        int at = range.replace(" ", "").indexOf(";q=");
        try {
            return at < 0
                    ? 1
                    : Double.parseDouble(
                            range.replace(" ", "").substring(at + 3).split(";", 2)[0]);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
