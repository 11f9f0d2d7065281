package footnote.web;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.domain.Question;
import footnote.domain.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an OpenAI client asks (API reference, "Create chat completion"): the last message is the question, those before it
 * its history. Instructions and sampling settings are passed over, since answers come from passages alone.
 *
 * @param countsUsage whether a stream is to end with a count of tokens
 */
record ChatRequest(Question question, boolean streams, boolean countsUsage) {
    private static final int MOST_MESSAGES = 500;

    static ChatRequest read(Fields fields, LocalDate today) {
        fields.passOverOthers();
        List<Optional<Turn>> messages = fields.list("messages", MOST_MESSAGES, ChatRequest::turn);
        boolean streams = isTrue(fields.any("stream"));
        JsonNode options = fields.any("stream_options");
        List<Turn> turns = messages.stream().flatMap(Optional::stream).toList();
        if (turns.isEmpty() || turns.getLast().role() != Turn.Role.USER) {
            fields.fault("messages", "must end with a message of the user");
        }
        fields.check();
        List<Turn> before = turns.subList(Math.max(0, turns.size() - 1 - Question.MOST_TURNS), turns.size() - 1);
        String text = Question.checked("messages", turns.getLast().text());
        Question question = new Question(text, before, null, null, today, Question.USUAL_PASSAGES);
        return new ChatRequest(question, streams, options != null && isTrue(options.get("include_usage")));
    }

    private static boolean isTrue(@org.jspecify.annotations.Nullable JsonNode value) {
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /** Empty for a message that is no part of the talk. */
    private static Optional<Turn> turn(Fields message) {
        message.passOverOthers();
        String role = message.word("role", "user", "assistant", "system", "developer", "tool", "function");
        String text = content(message);
        return switch (role) {
            case "user" -> Optional.of(new Turn(Turn.Role.USER, text));
            case "assistant" -> Optional.of(new Turn(Turn.Role.ASSISTANT, text));
            default -> Optional.empty();
        };
    }

    private static String content(Fields message) {
        JsonNode content = message.any("content");
        if (content == null || !content.isArray()) {
            return Optional.ofNullable(message.textIfGiven("content")).orElse("");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode part : content) {
            if (part.path("type").asText().equals("text")) {
                texts.add(part.path("text").asText());
            } else {
                message.fault("content", "must be text, got a part of another type");
            }
        }
        return String.join("\n", texts);
    }
}
