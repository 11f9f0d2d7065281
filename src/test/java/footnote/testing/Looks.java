package footnote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * Looks at the page as it stands, in three widths: nothing is wider than the window, axe-core objects to nothing, and there is
 * a picture for a person to look at.
 */
public final class Looks {
    private static final List<Integer> WIDTHS = List.of(320, 768, 1440);
    private static final String STANDS_STILL = "document.getAnimations().every(one =>"
            + " one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)";

    private final Axe axe = Axe.read();
    private final Browser browser;

    public Looks(Browser browser) {
        this.browser = browser;
    }

    /** @param state names the pictures, together with the width and the colours */
    public void at(String state, String colours) {
        for (int width : WIDTHS) {
            browser.window(width, width < 500 ? 640 : 900);
            browser.assertNothingWiderThanTheWindow();
            browser.screenshot(state + "-" + width + "-" + colours);
            hasNoViolation(state + ", " + width + ", " + colours);
        }
    }

    /** The same without other widths and pictures. What still fades in has yet other colours, so it is waited for. */
    public void hasNoViolation(String state) {
        browser.awaits(STANDS_STILL);
        assertThat(axe.violations(browser)).as(state).isEmpty();
    }
}
