package footnote.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The time that a question speaks of.
 *
 * @param from first day, included; null for no bound
 * @param to last day, included; null for no bound
 * @param said the words of the question that say so, or of the asker's own bounds
 */
public record TimeScope(@Nullable LocalDate from, @Nullable LocalDate to, String said) {}
