package footnote.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself: in Open Graph's, Dublin Core's, schema.org's and Highwire's words, else in its heading. */
final class HtmlParticulars {
    private static final List<String> TITLES = List.of("og:title", "citation_title", "dc.title", "dcterms.title");
    private static final List<String> DATES = List.of(
            "article:published_time",
            "og:article:published_time",
            "citation_publication_date",
            "citation_date",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.date",
            "dcterms.created",
            "datepublished",
            "pubdate",
            "publish-date",
            "parsely-pub-date",
            "sailthru.date",
            "date");
    private static final List<String> SOURCES =
            List.of("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher");
    private static final Pattern PUBLISHED =
            Pattern.compile("\"datePublished\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})[^\"]*\"");

    private HtmlParticulars() {}

    static Particulars of(Document page) {
        return new Particulars(
                        first(TITLES, name -> meta(page, name)),
                        day(page),
                        first(SOURCES, name -> meta(page, name)),
                        address(page))
                .or(new Particulars(heading(page), null, null, null));
    }

    private static @Nullable String heading(Document page) {
        List<String> headings = page.select("h1").eachText();
        String own = headings.size() == 1 ? headings.getFirst() : page.title();
        return Optional.of(TextBlocks.line(own))
                .filter(words -> !words.isEmpty())
                .orElse(null);
    }

    private static @Nullable LocalDate day(Document page) {
        LocalDate said = first(DATES, name -> day(meta(page, name)));
        return said == null ? Optional.ofNullable(structured(page)).orElse(marked(page)) : said;
    }

    private static @Nullable LocalDate structured(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            Matcher published = PUBLISHED.matcher(script.data());
            if (published.find()) {
                return Particulars.day(published.group(1));
            }
        }
        return null;
    }

    /** A day that the page marks as its own; any other time on it may be that of a comment or of the next event. */
    private static @Nullable LocalDate marked(Document page) {
        for (Element time : page.select(
                "[itemprop=datePublished], time[pubdate], article header time[datetime], article > time[datetime]")) {
            LocalDate day = day(time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content"));
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(@Nullable String said) {
        return said == null ? null : Particulars.day(said.strip().replace('/', '-'));
    }

    private static @Nullable String address(Document page) {
        Element link = page.selectFirst("link[rel=canonical]");
        return Optional.ofNullable(link)
                .map(canonical -> canonical.attr("href"))
                .or(() -> Optional.ofNullable(meta(page, "og:url")))
                .filter(HtmlParticulars::isWebAddress)
                .orElse(null);
    }

    private static boolean isWebAddress(String address) {
        try {
            String scheme = String.valueOf(new URI(address).getScheme());
            return List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static @Nullable String meta(Document page, String name) {
        return page.select("meta[content]").stream()
                .filter(meta -> List.of(meta.attr("property"), meta.attr("name"), meta.attr("itemprop")).stream()
                        .anyMatch(name::equalsIgnoreCase))
                .map(meta -> TextBlocks.line(meta.attr("content")))
                .filter(content -> !content.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T first(List<String> names, Function<String, @Nullable T> value) {
        return names.stream().map(value).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
