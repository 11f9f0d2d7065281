package footnote.answer.check;

import footnote.search.TextEmbedder;

/** Nearness by shared words, and where they are few by the cosine of the embeddings. */
final class Closeness implements Nearness {
    /** From this share of shared words on a claim is near without further proof. */
    static final double WORDS = 0.5;

    private static final double FEW_WORDS = 0.25;
    private static final double COSINE = 0.78;

    private final TextEmbedder embedder;

    Closeness(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public boolean isNear(String claim, double closeness, String held) {
        return closeness >= WORDS || (closeness >= FEW_WORDS && cosine(claim, held) >= COSINE);
    }

    private double cosine(String claim, String held) {
        return TextEmbedder.cosine(embedder.embedPassage(claim), embedder.embedPassage(held));
    }
}
