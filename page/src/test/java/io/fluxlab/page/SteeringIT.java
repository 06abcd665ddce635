package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fluxlab.page.Browser.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A run that goes on is told to stand still, to go on, to have more tasks at once and to end, by keyboard alone. */
class SteeringIT extends ServedPageFixture {

    private static final String ENDLESS = "#/start?kind=run&workload=sleep&lane=virtual&p.tasks=3&p.style=async"
            + "&p.minMillis=600000&p.maxMillis=600000&o.concurrency=1";

    private static Page watching() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + ENDLESS);
        page.locator("button.main").click();
        page.waitForURL("**/#/watch/**");
        page.locator(".timeline canvas").waitFor();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator told(Page page) {
        return page.locator(".steering [role=status]");
    }

    @Test
    void aRunIsPausedResumedWidenedAndCancelledByKeys() {
        Page page = watching();
        assertThat(rows(page)).hasCount(1);
        button(page, "Pause").focus();
        page.keyboard().press("Enter");
        assertThat(told(page)).containsText("It is paused");
        assertThat(button(page, "Pause")).hasAttribute("aria-pressed", "true");
        Accessible.check(page, "a run that is paused");

        page.keyboard().press("Tab");
        assertThat(button(page, "Resume")).isFocused();
        page.keyboard().press("Enter");
        assertThat(told(page)).hasText("It goes on.");
        assertThat(button(page, "Pause")).hasAttribute("aria-pressed", "false");

        page.keyboard().press("Tab");
        page.keyboard().type("3");
        page.keyboard().press("Enter");
        assertThat(told(page)).hasText("Tasks at once from now on: 3.");
        assertThat(rows(page)).hasCount(3);

        button(page, "Cancel").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".watched header .state")).hasText("cancelled");
        assertThat(page.locator(".steering")).hasCount(0);
        browser.assertNoComplaints();
    }

    @Test
    void everyTabTellsThatARunIsPausedAlsoAfterAReload() {
        Page page = watching();
        Page other = page.context().newPage();
        other.navigate(page.url());
        button(page, "Pause").click();

        assertPaused(page);
        assertPaused(other);
        page.reload();
        assertPaused(page);
        button(page, "Resume").click();
        assertThat(other.locator(".watched header .state")).hasText("going on");
        assertThat(button(other, "Pause")).hasAttribute("aria-pressed", "false");
        button(page, "Cancel").click();
        assertThat(other.locator(".watched header .state")).hasText("cancelled");
        browser.assertNoComplaints();
    }

    private static void assertPaused(Page page) {
        assertThat(page.locator(".watched header .state")).hasText("paused");
        assertThat(told(page)).containsText("It is paused");
        assertThat(button(page, "Pause")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void aComparisonThatIsCancelledHasNoVerdictToWaitFor() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + "#/start?workload=sleep&lane=immediate&lane=virtual&p.tasks=1&p.style=async"
                + "&p.minMillis=600000&p.maxMillis=600000");
        page.locator("button.main").click();
        page.locator(".verdict progress").waitFor();
        button(page, "Cancel").click();

        assertThat(page.locator(".watched header .state")).hasText("cancelled");
        assertThat(page.locator(".verdict")).hasText("It ended without a verdict");
        browser.assertNoComplaints();
    }

    /** The table of the timeline, a row for each worker; each of these tasks has one of its own. */
    private static Locator rows(Page page) {
        Locator timeline = page.locator(".timeline");
        if (timeline.locator("details[open]").count() == 0) {
            timeline.getByText("Table").click();
        }
        return timeline.locator("tbody tr");
    }

    @Test
    void whatMakesNoSenseIsToldBesideItsField() {
        Page page = watching();
        Locator atOnce = page.getByLabel("Tasks at once");
        atOnce.fill("none");
        page.keyboard().press("Enter");
        assertThat(page.locator(".steering .error")).hasText("must be a whole number, was none");
        assertThat(atOnce).hasAttribute("aria-invalid", "true");
        atOnce.fill("1000000");
        page.keyboard().press("Enter");
        assertThat(page.locator(".steering .error")).containsText(Pattern.compile("concurrencyPerRun must be at most"));
        button(page, "Cancel").click();
        assertThat(page.locator(".watched header .state")).hasText("cancelled");
    }
}
