package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fluxlab.page.Browser.Look;
import org.junit.jupiter.api.Test;

/** What is drawn of a run grows with it, and not only where the page is loaded again. */
class PlotsIT extends ServedPageFixture {

    @Test
    void plotsAndFailuresGoAlongWithARun() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address()
                + "#/start?kind=run&workload=sleep&lane=bounded-elastic&p.tasks=100000&p.minMillis=20&p.maxMillis=300");
        page.locator("button.main").click();
        page.waitForURL("**/#/watch/**");

        Locator latency = page.locator(".plots figure.plot").nth(1);
        latency.getByText("Table").click();
        assertThat(latency.locator("tbody tr").nth(3)).isVisible();
        assertThat(latency.getByText("worker of bounded-elastic, longest").first())
                .isVisible();
        assertThat(page.locator(".watched header .state")).hasText("going on");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Cancel").setExact(true))
                .click();
        page.locator(".watched header .state.cancelled").waitFor();
        assertThat(page.locator(".run details summary")
                        .getByText("Failed tasks")
                        .first())
                .isVisible();
        browser.assertNoComplaints();
    }
}
