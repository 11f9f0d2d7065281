package footnote.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The accessibility checker axe-core, run in the page as it stands. */
public final class Axe {
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(
              ({violations}) => done(violations.flatMap((one) => one.nodes.map((node) =>
                `${one.id}: ${node.html.slice(0, 160)} (${node.failureSummary.replaceAll("\\n", " ").slice(0, 200)})`))),
              (fault) => done([String(fault)]));
            """;

    private final String source;

    private Axe(String source) {
        this.source = source;
    }

    public static Axe read() {
        try (InputStream file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new Axe(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for each offence: the rule, the element, what is wrong. */
    public List<String> violations(Browser browser) {
        if (browser.script("return typeof axe").equals("undefined")) {
            browser.script(source);
        }
        return ((List<?>) browser.scriptLater(RUN))
                .stream().map(String::valueOf).toList();
    }
}
