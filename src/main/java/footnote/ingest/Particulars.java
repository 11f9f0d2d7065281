package footnote.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself; null for what it doesn't say.
 *
 * @param date the day that it is about or was published on
 */
record Particulars(
        @Nullable String title,
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String url) {
    static final Particulars NONE = new Particulars(null, null, null, null);

    private static final Pattern ISO_DAY = Pattern.compile("(?<!\\d)(\\d{4})[-_. ]?(\\d{2})[-_. ]?(\\d{2})(?!\\d)");
    private static final Pattern DATED_TITLE =
            Pattern.compile("\\A\\s*date[ \\t]+(\\d{4}-\\d{2}-\\d{2})[ \\t]+(\\S[^\\r\\n]*)", Pattern.CASE_INSENSITIVE);
    private static final List<DateTimeFormatter> WRITTEN =
            List.of(written("d MMMM uuuu"), written("d MMM uuuu"), written("MMMM d, uuuu"), written("MMM d, uuuu"));

    private static DateTimeFormatter written(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** From front matter: {@code title}, {@code date}, {@code source} and {@code url}; the rest is left alone. */
    static Particulars of(Map<String, String> fields) {
        String date = fields.get("date");
        return new Particulars(
                said(fields.get("title")),
                date == null ? null : day(date),
                said(fields.get("source")),
                said(fields.get("url")));
    }

    private static @Nullable String said(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** These, and where they are silent the others. */
    Particulars or(Particulars others) {
        return new Particulars(
                title == null ? others.title : title,
                date == null ? others.date : date,
                source == null ? others.source : source,
                url == null ? others.url : url);
    }

    Particulars orTitle(String other) {
        return or(new Particulars(other, null, null, null));
    }

    /** A first line of the form {@code date 2021-12-30 Title of the article}. */
    static Particulars ofFirstLine(String text) {
        Matcher line = DATED_TITLE.matcher(text);
        LocalDate date = line.find() ? day(line.group(1)) : null;
        return date == null ? NONE : new Particulars(line.group(2).strip(), date, null, null);
    }

    /** A date in a file's name, as {@code 2021-12-30}, {@code 2021_12_30} or {@code 20211230}. */
    static Particulars ofName(String name) {
        Matcher day = ISO_DAY.matcher(name);
        while (day.find()) {
            LocalDate date = day(day.group(1), day.group(2), day.group(3));
            if (date != null && date.getYear() >= 1000) {
                return new Particulars(null, date, null, null);
            }
        }
        return NONE;
    }

    /** A day as {@code 2021-12-30}, with or without a time behind it, or as {@code 30 December 2021}; null if neither. */
    static @Nullable LocalDate day(String text) {
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.lookingAt()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        return WRITTEN.stream()
                .map(written -> parsed(text.strip(), written))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate parsed(String text, DateTimeFormatter written) {
        try {
            return LocalDate.parse(text, written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
