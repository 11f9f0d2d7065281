package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Berg | Berg said that the bridge was safe.",
                "Berg | On Monday the mayor, Ada Berg, said that the bridge was safe.",
                "Ada Berg | Mayor Ada Berg and Governor Tom Hale said the bridge was safe.",
                "Tom Hale | Mayor Ada Berg and Governor Tom Hale said the bridge was safe.",
                "Ada Berg | Berg and Hale said the bridge was safe.",
                "Ada Berg | Berg, the town’s mayor, warned of ice.",
                "Ada Berg | “It is safe,” said Ada Berg.",
                "Ada Berg | “It is safe,” said the town's mayor Ada Berg on Monday.",
                "Ada Berg | According to Mayor Berg the bridge is safe.",
                "Ada Berg | “We will repair it,” Berg would tell the governor.",
                "Ada Berg | Berg has said that she will resign.",
                "the mayor | “It is safe,” the mayor said.",
                "the Kremlin spokesman | Kremlin spokesman Dmitry Peskov said that Putin was ready.",
                "the White House | The White House says that it is safe."
            })
    void knowsWhoseWordsASentenceGives(String speaker, String sentence) {
        assertThat(new Attribution(speaker).holds(sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vladimir Putin | Kremlin spokesman Dmitry Peskov said that Putin was ready.",
                "Ada Berg | Tom Hale told Berg that the bridge was safe.",
                "Ada Berg | Berg’s deputy said that the bridge was safe.",
                "Ada Berg | Berg’s House said that the bridge was safe.",
                "Ada Berg | Berg crossed the bridge and Hale said that it was safe.",
                "Ada Berg | Ada Berg opened the bridge on Monday.",
                "Ada Berg | A senior official said Berg intended to close the bridge.",
                "the White House | House Speaker Nancy Pelosi said that it was safe.",
                "the mayor | The governor said that the mayor was ready.",
                "?! | Berg said that the bridge was safe."
            })
    void knowsWhoIsOnlySpokenOf(String speaker, String sentence) {
        assertThat(new Attribution(speaker).holds(sentence)).isFalse();
    }
}
