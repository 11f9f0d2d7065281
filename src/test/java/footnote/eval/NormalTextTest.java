package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The  Call, set for 20:30 GMT! | call set for 2030 gmt
                    an apple a day                | apple day
                    theatre                       | theatre
                    a.                            | ''
                    'U.S.'                        | us
                    well-known                    | wellknown
                    50% of $12                    | 50 of 12
                    """)
    void losesCaseAsciiPunctuationArticlesAndSpareSpaces(String text, String normal) {
        assertThat(NormalText.of(text)).isEqualTo(normal);
    }

    @Test
    void keepsPunctuationBeyondAsciiAndTreatsItAsAWordsEnd() {
        assertThat(NormalText.of("Biden–the–Putin")).isEqualTo("biden– –putin");
        assertThat(NormalText.of("the’s")).isEqualTo("’s");
    }

    @Test
    void takesNoArticleOutOfAWordWithForeignLetters() {
        assertThat(NormalText.of("éa Águila a-la")).isEqualTo("éa águila ala");
    }

    @Test
    void removesPunctuationBeforeArticlesAsTheScriptDoes() {
        assertThat(NormalText.of("t.h.e end")).isEqualTo("end");
    }

    @Test
    void squeezesEverySpaceThatUnicodeKnows() {
        assertThat(NormalText.of("\u00a0two\u2003 words\u001f")).isEqualTo("two words");
    }

    @Test
    void saysAPhraseOnlyAsWholeWords() {
        assertThat(NormalText.says("I know it.", "no")).isFalse();
        assertThat(NormalText.says("I know: no, it isn't.", "No!")).isTrue();
        assertThat(NormalText.says("Biden–Putin call", "Putin")).isTrue();
        assertThat(NormalText.says("in 2022", "202")).isFalse();
    }

    @Test
    void neverSaysAPhraseOfNothing() {
        assertThat(NormalText.says("The.", "the")).isFalse();
        assertThat(NormalText.says("", "")).isFalse();
    }
}
