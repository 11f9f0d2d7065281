package footnote.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Slack's methods: waits as long as a rate limit asks, and tries again with growing pauses while Slack is out of order.
 * Threads may share it; a call blocks its thread.
 */
final class SlackCalls {
    private static final Logger LOG = LoggerFactory.getLogger(SlackCalls.class);
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    /** Slack's words for a fault of its own. */
    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    /** One call of one method. */
    interface Call<T> {
        T send(MethodsClient client) throws IOException, SlackApiException;
    }

    private final Slack slack;
    private final MethodsClient client;
    private final Pace pace;

    SlackCalls(Slack slack, SlackSettings settings) {
        this.slack = slack;
        this.client = slack.methods(settings.botToken());
        this.pace = settings.pace();
    }

    /**
     * Calls once.
     *
     * @throws SlackFault if Slack says no, limits the rate or can't be reached
     */
    <T extends SlackApiTextResponse> T once(Call<T> call) {
        Attempt<T> attempt = attempt(call);
        if (attempt.done() != null) {
            return attempt.done();
        }
        throw attempt.fault();
    }

    /**
     * Calls until Slack has answered. For calls that may be repeated: reading, updating, deleting.
     *
     * @throws SlackFault if Slack says no, or is out of reach for longer than the pace allows
     */
    <T extends SlackApiTextResponse> T patient(Call<T> call) {
        return patient(call, Optional::empty);
    }

    /**
     * Calls until Slack has answered, where doing it twice would show.
     *
     * @param found looks, after a call of unknown outcome, whether it was carried out
     */
    <T extends SlackApiTextResponse> T patient(Call<T> call, Supplier<Optional<T>> found) {
        Duration pause = pace.firstRetry();
        int limited = 0;
        for (int tried = 1; ; ) {
            Attempt<T> attempt = attempt(call);
            if (attempt.done() != null) {
                return attempt.done();
            }
            SlackFault fault = attempt.fault();
            if (attempt.retryAfter() != null && limited++ < pace.rounds()) {
                sleep(attempt.retryAfter());
                continue;
            }
            if (!fault.isUncertain() || tried++ >= pace.tries()) {
                throw fault;
            }
            LOG.debug("{}; the next try follows in {}", fault.getMessage(), pause);
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(pace.longestRetry()) > 0
                    ? pace.longestRetry()
                    : pause.multipliedBy(2);
            Optional<T> carriedOut = found.get();
            if (carriedOut.isPresent()) {
                return carriedOut.get();
            }
        }
    }

    /** Answers a command or a button by the address that came with it. */
    boolean respond(String address, ActionResponse response) {
        Duration pause = pace.firstRetry();
        for (int tried = 1; tried <= pace.tries(); tried++) {
            try {
                int code =
                        new ActionResponseSender(slack).send(address, response).getCode();
                if (code < SERVER_FAULT && code != TOO_MANY) {
                    return code == 200;
                }
            } catch (IOException e) {
                LOG.debug("Slack's response address could not be reached", e);
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
        return false;
    }

    private <T extends SlackApiTextResponse> Attempt<T> attempt(Call<T> call) {
        try {
            T response = call.send(client);
            if (response.isOk()) {
                return new Attempt<>(response, SlackFault.refused("none"), null);
            }
            String error = String.valueOf(response.getError());
            return PASSING.contains(error)
                    ? Attempt.failed(SlackFault.uncertain(error, null))
                    : Attempt.failed(SlackFault.refused(error));
        } catch (SlackApiException e) {
            return refused(e);
        } catch (IOException e) {
            return Attempt.failed(SlackFault.uncertain("out of reach", e));
        }
    }

    private static <T> Attempt<T> refused(SlackApiException refusal) {
        int code = refusal.getResponse().code();
        if (code == TOO_MANY) {
            return new Attempt<>(null, SlackFault.refused("rate_limited"), retryAfter(refusal));
        }
        return code >= SERVER_FAULT
                ? Attempt.failed(SlackFault.uncertain("HTTP " + code, refusal))
                : Attempt.failed(SlackFault.refused("HTTP " + code));
    }

    private static Duration retryAfter(SlackApiException refusal) {
        try {
            return Duration.ofSeconds(
                    Long.parseLong(String.valueOf(refusal.getResponse().header("Retry-After"))));
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(1);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SlackFault.refused("interrupted");
        }
    }

    /** What came of one call: {@code done}, or a fault, and with a rate limit how long to wait. */
    private record Attempt<T>(
            @Nullable T done, SlackFault fault, @Nullable Duration retryAfter) {
        static <T> Attempt<T> failed(SlackFault fault) {
            return new Attempt<>(null, fault, null);
        }
    }
}
