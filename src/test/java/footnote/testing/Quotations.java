package footnote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Answer;
import footnote.domain.Citation;
import footnote.search.PassageIndex;

/** What every answer promises of the words that it quotes. */
public final class Quotations {
    private Quotations() {}

    /** Each citation's quote is the document's text from its start to its end. */
    public static void assertExact(Answer answer, PassageIndex index) {
        for (Citation citation : answer.citations()) {
            String text =
                    index.document(citation.document()).orElseThrow().document().text();
            assertThat(text.substring(citation.start(), citation.end())).isEqualTo(citation.quote());
        }
    }
}
