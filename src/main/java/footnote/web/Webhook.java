package footnote.web;

import java.util.List;
import java.util.Map;

/** Takes the requests of another service, which checks for itself where they come from. Threads may share it. */
@FunctionalInterface
public interface Webhook {
    /**
     * Replies to one request.
     *
     * @param headers by name, as they came
     * @param body as it came, to the byte
     */
    Reply take(Map<String, List<String>> headers, String body);

    /**
     * What is replied.
     *
     * @param contentType of the body; empty if there is none
     */
    record Reply(int status, String contentType, String body) {}
}
