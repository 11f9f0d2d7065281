package footnote.answer;

import footnote.domain.Question;

/** Finds what the passages hold on a question; {@code eval} puts the gold passages in its place. Threads may share it. */
public interface EvidenceFinder {
    Evidence find(Question standAlone);
}
