package footnote.web;

import footnote.domain.InvalidValue;
import java.time.Duration;

/**
 * How much one client may take, and how long it may dawdle.
 *
 * @param requestsPerMinute by one client, to everything that works for an answer; 0 for no limit
 * @param questionsInFlight answered at once, of all clients together
 * @param connections open at once
 * @param request how long a request may take to arrive, its head and its body each
 * @param idle how long a connection may be silent
 * @param heartbeat how often a silent event stream says that it is alive
 * @param stop how long answers in flight may go on when the server stops
 */
public record Limits(
        int requestsPerMinute,
        int questionsInFlight,
        int connections,
        Duration request,
        Duration idle,
        Duration heartbeat,
        Duration stop) {
    public Limits {
        if (requestsPerMinute < 0) {
            throw new InvalidValue("requests-per-minute", "must be 0 or more, got " + requestsPerMinute);
        }
        if (questionsInFlight < 1) {
            throw new InvalidValue("questions-in-flight", "must be 1 or more, got " + questionsInFlight);
        }
    }

    public static Limits usual() {
        return new Limits(
                600,
                128,
                4_096,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30));
    }

    public Limits withRequestsPerMinute(int other) {
        return new Limits(other, questionsInFlight, connections, request, idle, heartbeat, stop);
    }

    public Limits withQuestionsInFlight(int other) {
        return new Limits(requestsPerMinute, other, connections, request, idle, heartbeat, stop);
    }

    public Limits withPatience(Duration otherRequest, Duration otherIdle, Duration otherHeartbeat) {
        return new Limits(
                requestsPerMinute, questionsInFlight, connections, otherRequest, otherIdle, otherHeartbeat, stop);
    }

    Limits withStop(Duration other) {
        return new Limits(requestsPerMinute, questionsInFlight, connections, request, idle, heartbeat, other);
    }
}
