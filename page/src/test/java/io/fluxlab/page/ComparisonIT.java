package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.fluxlab.page.Browser.Look;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who wants to know which lane to use. */
class ComparisonIT {

    private static final String SHORT =
            "#/start?workload=sleep&lane=immediate&lane=virtual&p.tasks=3&p.minMillis=20&p.maxMillis=30&o.rounds=6";
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private static Browser browser;

    @TempDir
    Path data;

    private ServedLab lab;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serve() {
        lab = ServedLab.start(data);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void isStartedNarrowsAndEndsInAVerdictThatIsThereTomorrow() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + SHORT);
        assertThat(page.locator(".copyable code"))
                .hasText("fluxlab compare sleep -p tasks=3 -p minMillis=20 -p maxMillis=30 --lanes immediate,virtual"
                        + " --rounds 6");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(verdict(page)).isVisible(SOON);
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^virtual"))))
                .containsText("faster");
        assertThat(page.locator(".intervals circle")).hasCount(6);

        int port = lab.port();
        lab.close();
        lab = ServedLab.again(data, port);
        page.navigate(lab.address() + "#/history");
        Locator row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("sleep")));
        assertThat(row).containsText("completed");
        row.getByRole(AriaRole.LINK).first().click();
        assertThat(verdict(page)).isVisible(SOON);
        browser.assertNoComplaints();
    }

    @Test
    void goesOnWhereItWasAfterAReload() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + SHORT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .click();
        page.waitForURL(Pattern.compile("#/watch/comparison-"));
        page.locator(".verdict [role=status]").waitFor();
        page.reload();

        assertThat(verdict(page)).isVisible(SOON);
        assertThat(page.locator(".intervals circle")).hasCount(6);
        browser.assertNoComplaints();
    }

    @Test
    void isWatchedOnWhenTheConnectionWasLost() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + SHORT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .click();
        page.waitForURL(Pattern.compile("#/watch/comparison-"));
        page.locator(".verdict [role=status]").waitFor();
        int port = lab.port();
        lab.close();
        assertThat(page.locator(".connection.lost, .connection.connecting")).isVisible(SOON);
        lab = ServedLab.again(data, port);

        assertThat(page.locator(".connection")).hasText("", new LocatorAssertions.HasTextOptions().setTimeout(90_000));
        assertThat(page.locator(".watched header .state"))
                .hasText(
                        Pattern.compile("cancelled|broken"), new LocatorAssertions.HasTextOptions().setTimeout(90_000));
        browser.assertNoComplaints();
    }

    @Test
    void isRefusedInPlaceWhereAFieldIsWrong() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + "#/start?workload=sleep&lane=immediate&lane=virtual");
        Locator tasks = page.getByLabel("tasks", new Page.GetByLabelOptions().setExact(true));
        tasks.fill("0");

        assertThat(page.locator("#p-tasks-error")).hasText("must be at least 1, was 0");
        assertThat(tasks).hasAttribute("aria-invalid", "true");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(tasks).isFocused();
        assertThat(page).hasURL(Pattern.compile("#/start"));
        browser.assertNoComplaints();
    }

    @Test
    void isStartedAndReadByKeyboardAlone() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + SHORT);
        Locator start = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"));
        start.waitFor();
        for (int presses = 0; presses < 80 && !isFocused(start); presses++) {
            page.keyboard().press("Tab");
        }
        assertThat(start).isFocused();
        page.keyboard().press("Enter");

        assertThat(verdict(page)).isVisible(SOON);
        assertThat(page.locator("#main")).isFocused();
        browser.assertNoComplaints();
    }

    private static boolean isFocused(Locator element) {
        return (Boolean) element.evaluate("element => element === document.activeElement");
    }

    private static Locator verdict(Page page) {
        return page.locator(".verdict h2");
    }
}
