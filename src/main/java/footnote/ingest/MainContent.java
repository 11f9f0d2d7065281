package footnote.ingest;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The part of a page that it is about. What never is goes first: scripts, menus, forms, banners, what is hidden. Of the rest
 * the article is taken if the page marks one that holds most of the words, and blocks that are mostly links are dropped (Kohlschütter
 * et al., "Boilerplate Detection using Shallow Text Features", 2010: link density).
 */
final class MainContent {
    private static final String NEVER =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, nav, menu, "
                    + "dialog, button, select, input, textarea, aside, figure button, "
                    + "[hidden], [aria-hidden=true], [style~=display:\\s*none], [role=navigation], [role=banner], "
                    + "[role=contentinfo], [role=complementary], [role=search], [role=dialog], [role=alertdialog]";

    private static final Pattern SURROUNDING = Pattern.compile(
            "(?i)(^|[\\s_-])(cookies?|consent|gdpr|navbar|nav|menu|sidebar|breadcrumbs?|pagination|social|share|sharing|"
                    + "newsletter|subscribe|related|recommended|promo|advert|ads?|sponsored|comments?|masthead|"
                    + "skip-link|popup|modal)([\\s_-]|$)");

    private static final double MOST_LINKED = 0.5;
    private static final double LEAST_SHARE = 0.4;
    private static final double MOST_SURROUNDING = 0.5;
    private static final int SHORT = 20;

    private MainContent() {}

    /** Takes the surroundings out of the page, and returns the element that holds what is left. */
    static Element of(Document page) {
        Element body = page.body();
        body.select(NEVER).remove();
        removeFramesOfThePage(body);
        removeByName(body);
        removeLinkLists(body);
        return marked(body);
    }

    /** The header and footer of a page, not those of an article in it. A heading inside stays where it was. */
    private static void removeFramesOfThePage(Element body) {
        for (Element frame : body.select("header, footer")) {
            if (frame.closest("article, main, section") == null) {
                Elements headings = frame.select("h1");
                headings.forEach(heading -> frame.before(heading.clone()));
                frame.remove();
            }
        }
    }

    /** Names are chosen freely, so that one that holds most of the page is not believed. */
    private static void removeByName(Element body) {
        int all = body.text().length();
        for (Element element : body.select("[id], [class]")) {
            boolean named = SURROUNDING.matcher(element.id()).find()
                    || SURROUNDING.matcher(element.className()).find();
            if (named
                    && !element.normalName().equals("body")
                    && element.hasParent()
                    && !List.of("article", "main").contains(element.normalName())
                    && element.text().length() < all * MOST_SURROUNDING) {
                element.remove();
            }
        }
    }

    private static void removeLinkLists(Element body) {
        for (Element block : body.select("ul, ol, div, section, table, p")) {
            int words = block.text().length();
            boolean linked = words > SHORT && linked(block) > words * MOST_LINKED;
            if (linked
                    && block.hasParent()
                    && block.select("h1, h2").isEmpty()
                    && block.select("a").size() > 2) {
                block.remove();
            }
        }
    }

    private static int linked(Element block) {
        return block.select("a[href]").stream()
                .mapToInt(link -> link.text().length())
                .sum();
    }

    private static Element marked(Element body) {
        int all = body.text().length();
        for (String mark : List.of("article", "[role=article]", "main", "[role=main]", "[itemprop=articleBody]")) {
            Elements found = body.select(mark);
            if (found.size() == 1 && found.getFirst().text().length() >= all * LEAST_SHARE) {
                return withHeading(found.getFirst(), body);
            }
        }
        return body;
    }

    /** Many pages put their one heading above the part that they mark. */
    private static Element withHeading(Element part, Element body) {
        Element heading = body.selectFirst("h1");
        if (heading != null && part.selectFirst("h1") == null) {
            part.prependChild(heading.clone());
        }
        return part;
    }
}
