package footnote.search;

import java.util.Map;

/**
 * What a commit says of itself: a reader must not take an index of other fields or another model's vectors for its own.
 *
 * @param schema {@link PassageFields#SCHEMA} of the writer
 * @param embedder {@link TextEmbedder#name()} of the vectors
 * @param generation counts the commits
 */
record CommitNote(int schema, String embedder, long generation) {
    private static final String SCHEMA_KEY = "schema";
    private static final String EMBEDDER_KEY = "embedder";
    private static final String GENERATION_KEY = "generation";

    static CommitNote of(Map<String, String> note) {
        return new CommitNote(
                Integer.parseInt(note.getOrDefault(SCHEMA_KEY, "0")),
                note.getOrDefault(EMBEDDER_KEY, ""),
                Long.parseLong(note.getOrDefault(GENERATION_KEY, "0")));
    }

    boolean fits(String otherEmbedder) {
        return schema == PassageFields.SCHEMA && embedder.equals(otherEmbedder);
    }

    Map<String, String> asMap() {
        return Map.of(
                SCHEMA_KEY, Integer.toString(schema),
                EMBEDDER_KEY, embedder,
                GENERATION_KEY, Long.toString(generation));
    }
}
