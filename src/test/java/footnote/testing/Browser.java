package footnote.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser that looks at the page without a window. One test class's use; one thread. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser; the tests of its class are skipped where there is none. */
    public static Browser start() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: the page's tests need Chromium and its driver (Debian: chromium, chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        Browser browser = new Browser(driver);
        browser.window(1440, 900);
        browser.colours("light");
        return browser;
    }

    /** Opens an address as a new visitor would: with nothing kept from before. */
    public void visit(URI address) {
        open(address);
        script("localStorage.clear(); sessionStorage.clear();");
        driver.get("about:blank"); // else an address with a fragment would not be loaded again
        open(address);
    }

    public void open(URI address) {
        driver.get(address.toString());
    }

    public URI address() {
        return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
    }

    public void back() {
        driver.navigate().back();
    }

    public void reload() {
        driver.navigate().refresh();
    }

    /** A window of this many CSS pixels. */
    public void window(int width, int height) {
        Map<String, Object> metrics = Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
    }

    /** What the system asks for: {@code light} or {@code dark}; motion is reduced, so that screenshots stand still. */
    public void colours(String scheme) {
        system(scheme, "reduce");
    }

    /** The same for a reader who likes things to move. */
    public void coloursAndMotion(String scheme) {
        system(scheme, "no-preference");
    }

    private void system(String scheme, String motion) {
        List<Map<String, String>> features = List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", motion));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    public void paper() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    public void screen() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    /** Forgets the files of pages seen before, so that the next visit loads all of them. */
    public void forgetFiles() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    public void offline(boolean isOffline) {
        Map<String, Object> network =
                Map.of("offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1);
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.emulateNetworkConditions", network);
    }

    /** Goes into a frame, which a JavaScript expression finds; whatever is asked of the browser is meant for it from now on. */
    public void enter(String frame) {
        awaits(frame);
        driver.switchTo().frame((WebElement) script("return " + frame));
    }

    /** Back to the page that holds the frame. */
    public void leaveFrame() {
        driver.switchTo().defaultContent();
    }

    /** Runs a script in every page that is opened from now on, before anything of the page's own. */
    public void beforeEachPage(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Types a question and sends it, as soon as the page's scripts run. */
    public void ask(String question) {
        awaits("document.querySelector('#send svg')");
        type("#question", question + Keys.ENTER);
    }

    public void type(String selector, CharSequence text) {
        find(selector).sendKeys(text);
    }

    /** Presses keys wherever the focus is. */
    public void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Clicks, also where the page has just put another element in the place of the one found. */
    public void click(String selector) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .ignoring(StaleElementReferenceException.class)
                .until(any -> {
                    find(selector).click();
                    return true;
                });
    }

    /** Moves the pointer over an element. */
    public void pointAt(String selector) {
        new Actions(driver).moveToElement(find(selector)).perform();
    }

    public WebElement find(String selector) {
        awaits("document.querySelector(" + RunningServer.quoted(selector) + ")");
        return driver.findElement(By.cssSelector(selector));
    }

    public String text(String selector) {
        return find(selector).getText();
    }

    public List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    public int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Waits until the last question is in this state. */
    public void awaitState(String state) {
        awaits("document.querySelector('.turn:last-child')?.dataset.state === '" + state + "'");
    }

    /** Waits until a JavaScript expression holds. */
    public void awaits(String expression) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .withMessage("never true: " + expression)
                .until(any -> script("return Boolean(" + expression + ")").equals(true));
    }

    /** What a script returns; an empty text for nothing. */
    public Object script(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    /** The texts that a JavaScript expression for an array has. */
    public List<String> list(String expression) {
        return ((List<?>) script("return " + expression))
                .stream().map(String::valueOf).toList();
    }

    /** What a script hands to its last argument. */
    public Object scriptLater(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeAsyncScript(script, arguments), "");
    }

    /** The page follows a change of its window with its next frame, so that this waits for it. */
    public void assertNothingWiderThanTheWindow() {
        Patience.until(() -> tooWide().isEmpty());
        assertThat(tooWide()).isEmpty();
    }

    private String tooWide() {
        return String.valueOf(script("""
                        const wide = [...document.querySelectorAll("body, main, .scroller, .turn, .question, .turn-answer, .card, dialog[open], .document-body, .conversations, #conversation-list")]
                          .filter((one) => one.offsetParent !== null && one.scrollWidth > one.clientWidth + 1);
                        return wide.map((one) => `${one.tagName}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`).join("; ")
                          + (document.documentElement.scrollWidth > innerWidth ? " page" : "");
                        """));
    }

    /** Errors that the page has caused since the last call, refused requests left out. */
    public List<String> faults() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().getName().equals("SEVERE"))
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("Failed to load resource"))
                .toList();
    }

    /** Writes what is seen to {@code target/screenshots}. */
    public Path screenshot(String name) {
        return screenshot(SCREENSHOTS.resolve(name + ".png"));
    }

    /** Writes what is seen to a file. */
    public Path screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
