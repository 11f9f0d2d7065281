package footnote;

import footnote.model.EmbeddingRecipe;
import footnote.model.OnnxTextEmbedder;
import footnote.search.TextEmbedder;

/** The embedder before it is loaded and after: its name is known at once, the first text waits for it. */
record OpeningEmbedder(EmbeddingRecipe recipe, Loading<TextEmbedder> model) implements TextEmbedder {
    OpeningEmbedder(EmbeddingRecipe recipe) {
        this(recipe, new Loading<>(() -> OnnxTextEmbedder.open(recipe)));
    }

    @Override
    public String name() {
        return OnnxTextEmbedder.name(recipe);
    }

    @Override
    public int dimensions() {
        return OnnxTextEmbedder.DIMENSIONS;
    }

    @Override
    public float[] embedQuery(String query) {
        return model.await().embedQuery(query);
    }

    @Override
    public float[] embedPassage(String passage) {
        return model.await().embedPassage(passage);
    }

    @Override
    public void close() {
        model.then(TextEmbedder::close);
    }
}
