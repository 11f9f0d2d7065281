package footnote.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import footnote.domain.Answer;
import footnote.domain.Citation;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the form that OpenAI's clients read, whole or as one chunk of a stream; the answer of the public API stands
 * beside it as {@code footnote}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChatReply(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @Nullable Usage usage,
        @Nullable Answer footnote) {
    static final String MODEL = "footnote";

    /** Tokens are not counted: nothing is charged by them, and the embedded answerer has none. */
    record Usage(
            @JsonProperty("prompt_tokens") int prompt,
            @JsonProperty("completion_tokens") int completion,
            @JsonProperty("total_tokens") int total) {
        static final Usage NONE = new Usage(0, 0, 0);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(@Nullable String role, @Nullable String content) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(
            int index,
            @Nullable Message message,
            @Nullable Message delta,

            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("finish_reason") @Nullable
            String finish) {}

    static ChatReply whole(String id, long created, Answer answer, String base) {
        Choice choice = new Choice(0, new Message("assistant", written(answer, base)), null, "stop");
        return new ChatReply(id, "chat.completion", created, MODEL, List.of(choice), Usage.NONE, answer);
    }

    static ChatReply chunk(String id, long created, Message delta) {
        return chunk(id, created, List.of(new Choice(0, null, delta, null)), null, null);
    }

    static ChatReply lastChunk(String id, long created, Answer answer) {
        return chunk(id, created, List.of(new Choice(0, null, new Message(null, null), "stop")), null, answer);
    }

    static ChatReply usageChunk(String id, long created) {
        return chunk(id, created, List.of(), Usage.NONE, null);
    }

    private static ChatReply chunk(
            String id, long created, List<Choice> choices, @Nullable Usage usage, @Nullable Answer answer) {
        return new ChatReply(id, "chat.completion.chunk", created, MODEL, choices, usage, answer);
    }

    /** The answer with its footnotes below. */
    static String written(Answer answer, String base) {
        return Stream.concat(
                        Stream.of(answer.answer(), ""),
                        answer.citations().stream().map(citation -> footnote(citation, base)))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String footnote(Citation citation, String base) {
        StringJoiner from = new StringJoiner(", ").add(citation.title());
        if (citation.source() != null) {
            from.add(citation.source());
        }
        if (citation.date() != null) {
            from.add(citation.date().toString());
        }
        return "[%d] %s: “%s” %s%s"
                .formatted(citation.marker(), from, citation.quote().replaceAll("\\s+", " "), base, citation.link());
    }
}
