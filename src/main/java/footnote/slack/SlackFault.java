package footnote.slack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slack refused a call, or could not be reached. The message names the method's fault and no secret. */
final class SlackFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Slack's words for what this workspace, this token or this kind of channel will not have tomorrow either. */
    private static final Set<String> LASTING = Set.of(
            "unknown_method",
            "missing_scope",
            "not_allowed_token_type",
            "method_not_supported_for_channel_type",
            "method_deprecated",
            "feature_not_enabled",
            "team_access_not_granted",
            "access_denied",
            "no_permission",
            "not_allowed",
            "deprecated_endpoint",
            "unsupported_channel_type",
            "invalid_blocks",
            "invalid_blocks_format");

    private final String error;
    private final boolean uncertain;

    private SlackFault(String error, boolean uncertain, @Nullable Throwable cause) {
        super("Slack: " + error, cause);
        this.error = error;
        this.uncertain = uncertain;
    }

    /** Slack understood and said no. */
    static SlackFault refused(String error) {
        return new SlackFault(error, false, null);
    }

    /** Nobody knows whether Slack has done it. */
    static SlackFault uncertain(String error, @Nullable Throwable cause) {
        return new SlackFault(error, true, cause);
    }

    boolean is(String... errors) {
        return Set.of(errors).contains(error);
    }

    boolean isUncertain() {
        return uncertain;
    }

    /** Whether the same call would be refused for everybody else too. */
    boolean isLasting() {
        return LASTING.contains(error);
    }
}
