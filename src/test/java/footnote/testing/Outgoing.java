package footnote.testing;

/** What the page hands out, caught on its way to the clipboard and to files. */
public final class Outgoing {
    private static final String CATCH = """
            window.copied = [];
            window.saved = [];
            navigator.clipboard.writeText = (text) => { window.copied.push(text); return Promise.resolve(); };
            const made = URL.createObjectURL;
            URL.createObjectURL = (blob) => { blob.text().then((text) => window.saved.push(text)); return made.call(URL, blob); };
            """;

    private final Browser browser;

    private Outgoing(Browser browser) {
        this.browser = browser;
    }

    /** Lies in wait until the page is left. */
    public static Outgoing of(Browser browser) {
        browser.script(CATCH);
        return new Outgoing(browser);
    }

    /** What a click puts on the clipboard. */
    public String copiedBy(String selector) {
        return caught("copied", selector);
    }

    /** What a click saves as a file. */
    public String savedBy(String selector) {
        return caught("saved", selector);
    }

    private String caught(String where, String selector) {
        Object before = browser.script("return window." + where + ".length");
        browser.click(selector);
        browser.awaits("window." + where + ".length > " + before);
        return browser.script("return window." + where + ".at(-1)").toString();
    }
}
