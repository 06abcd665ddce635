package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fluxlab.page.Browser.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Stages and where they run: ordered by dragging and by keys, placed, and held by the command and by the link. */
class StagesIT extends ServedPageFixture {

    private static final String ORDERS = "#/start?workload=orders&p.tasks=4";

    private static Page form(String address) {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + address);
        page.locator(".stages").waitFor();
        return page;
    }

    private static Locator command(Page page) {
        return page.locator(".copyable code");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void stagesChangePlacesByDraggingAndByKeys() {
        Page page = form(ORDERS);
        page.locator(".stages .handle")
                .nth(2)
                .dragTo(page.locator(".stages .handle").nth(0));
        assertThat(command(page)).containsText("-p stages=store:block=10ms,fetch:sleep=20ms,parse:burn=5ms");
        button(page, "Move store down").focus();
        page.keyboard().press("Enter");
        assertThat(command(page)).containsText("-p stages=fetch:sleep=20ms,store:block=10ms,parse:burn=5ms");
        button(page, "Remove parse").click();
        assertThat(command(page)).containsText("-p stages=fetch:sleep=20ms,store:block=10ms ");
        browser.assertNoComplaints();
    }

    @Test
    void aTracedRunShowsWhereItsTasksHop() {
        Page page = form("#/start?kind=run&workload=orders&p.tasks=4"
                + "&placement=fetch@event-loop,parse@parallel,store@bounded-elastic");
        page.getByLabel("Tell what threads do").check();
        assertThat(command(page))
                .hasText("fluxlab run orders -p tasks=4 --placement"
                        + " fetch@event-loop,parse@parallel,store@bounded-elastic --trace");
        button(page, "Start").click();
        page.waitForURL("**/#/watch/run-*");
        assertThat(page.locator(".watched header .state.completed")).isVisible();

        Locator timeline = page.locator(".timeline");
        assertThat(timeline.getByText(Pattern.compile("^Arcs: .* 8 of them"))).isVisible();
        Locator hops = timeline.locator("details.table").last();
        hops.locator("summary").click();
        assertThat(hops.locator("tbody tr")).hasCount(8);
        assertThat(hops.locator("tbody")).containsText(Pattern.compile("fluxlab-parse-\\d.*fluxlab-store-\\d"));
        browser.assertNoComplaints();
    }

    @Test
    void placementsAndLoadAreInTheCommandAndInTheLinkAndAreCompared() {
        Page page = form(ORDERS + "&o.rounds=2");
        page.getByLabel("Each stage on a lane of its own").check();
        page.getByLabel("parse of placement 2").selectOption("parallel");
        page.getByLabel("store of placement 2").selectOption("");
        page.locator(".placements .handle")
                .nth(1)
                .dragTo(page.locator(".placements .handle").nth(0));
        page.getByLabel("Arrivals").selectOption("poisson");
        assertThat(page.locator("#o-rate-error")).containsText("is missing");
        page.getByLabel("Tasks a second").fill("20");
        page.getByLabel("Tasks arrive for").fill("500ms");
        String command = "fluxlab compare orders -p tasks=4 --placements"
                + " 'fetch@event-loop,parse@parallel;fetch@parallel,parse@parallel,store@parallel' --rounds 2"
                + " --rate 20/s --arrivals poisson --duration 500ms";
        assertThat(command(page)).hasText(command);
        String link = page.locator("form.start a").last().getAttribute("href");

        Page other = form(link);
        assertThat(command(other)).hasText(command);
        button(other, "Start").click();
        other.waitForURL("**/#/watch/comparison-*");
        assertThat(other.locator(".watched header .state.completed")).isVisible();
        assertThat(other.locator(".intervals text").getByText(Pattern.compile("^fetch@event-loop,parse@parallel")))
                .isVisible();
        other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Again"))
                .click();
        assertThat(command(other)).hasText(command);
        browser.assertNoComplaints();
    }
}
