package io.fluxlab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The machine's Chromium, without a screen. What its pages complain of is an error: a script that failed, or a policy that
 * forbade something.
 */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final double PATIENCE_MILLIS = 90_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Skips the test where there is no Chromium, or no page since there was no npm. */
    static Browser start() {
        Optional<Path> executable = find();
        assumeTrue(executable.isPresent(), "no Chromium is installed: what a browser shows is not tested");
        assumeTrue(LabPage.built().exists(), "the page was left out of this build: what a browser shows is not tested");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable.orElseThrow())
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))));
    }

    private static Optional<Path> find() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How somebody looks at a page. */
    record Look(int width, int height, boolean dark, String language) {

        static final Look DESK = new Look(1280, 900, false, "en-US");

        Look wide(int newWidth, int newHeight) {
            return new Look(newWidth, newHeight, dark, language);
        }

        Look inTheDark() {
            return new Look(width, height, true, language);
        }

        Look in(String newLanguage) {
            return new Look(width, height, dark, newLanguage);
        }
    }

    /** A new browser's window, which knows nothing of others. */
    Page page(Look look) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(look.language()));
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // Attempts to connect to a server that is away are told by the browser, too.
            if (message.type().equals("error") && !message.text().contains("WebSocket connection")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    /** The page as a picture, below {@code target/pictures} or where {@code -Dpage.pictures} says. */
    static void picture(Page page, String name) {
        String folder = System.getProperty("page.pictures", "target/pictures");
        Path file = Path.of(folder, name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        chromium.close();
        playwright.close();
    }
}
