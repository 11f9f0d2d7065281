package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CentroidTest {
    private static final float DIAGONAL = (float) Math.sqrt(0.5);

    @Test
    void aLonePassageKeepsItsVector() {
        List<float[]> own = List.of(new float[] {0.6f, 0.8f});

        assertThat(Centroid.leaning(own)).isEqualTo(own);
    }

    @Test
    void passagesOfOneDocumentLeanTowardsEachOther() {
        List<float[]> leaning = Centroid.leaning(List.of(new float[] {1, 0}, new float[] {0, 1}));

        // (1, 0) + 0.8 x (0.7071, 0.7071) = (1.5657, 0.5657), whose length is 1.6648
        assertThat(leaning.get(0)).containsExactly(new float[] {0.9405f, 0.3398f}, within(0.0001f));
        assertThat(leaning.get(1)).containsExactly(new float[] {0.3398f, 0.9405f}, within(0.0001f));
    }

    @Test
    void passagesThatAgreeStayWhereTheyAre() {
        float[] same = {DIAGONAL, DIAGONAL};

        assertThat(Centroid.leaning(List.of(same, same)).getLast()).containsExactly(same, within(0.0001f));
    }

    @Test
    void opposedPassagesHaveNoCentroidToLeanTo() {
        List<float[]> leaning = Centroid.leaning(List.of(new float[] {1, 0}, new float[] {-1, 0}));

        assertThat(leaning.get(0)).containsExactly(1, 0);
        assertThat(leaning.get(1)).containsExactly(-1, 0);
    }
}
