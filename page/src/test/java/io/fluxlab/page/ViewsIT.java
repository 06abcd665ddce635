package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fluxlab.page.Browser.Look;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every view, as people look at it: axe finds nothing wrong, nothing is cut off, and a picture of it is kept. */
class ViewsIT extends ServedPageFixture {

    private static final Look DARK = Look.DESK.inTheDark();
    private static final Look PHONE = Look.DESK.wide(360, 740);
    private static final Look BEAMER = Look.DESK.wide(1920, 1080);
    private static final Look RUSSIAN = Look.DESK.in("ru-RU");

    private static String comparison;
    private static String run;
    private static String traced;

    @BeforeAll
    static void runWhatIsLookedAt() {
        Page page = browser.page(Look.DESK);
        comparison = started(
                page,
                "#/start?workload=sleep&lane=immediate&lane=bounded-elastic&lane=virtual&p.tasks=4"
                        + "&p.minMillis=10&p.maxMillis=40&o.rounds=8&o.note=first+try");
        page.locator(".verdict h2").waitFor();
        started(
                page,
                "#/start?workload=sleep&lane=immediate&lane=bounded-elastic&lane=virtual&p.tasks=4"
                        + "&p.minMillis=10&p.maxMillis=40&o.rounds=5");
        page.locator(".verdict h2").waitFor();
        run = started(
                page,
                "#/start?kind=run&workload=sleep&lane=bounded-elastic&p.tasks=200&p.minMillis=20&p.maxMillis=300");
        page.locator(".watched header .state.completed").waitFor();
        traced = started(
                page,
                "#/start?kind=run&workload=orders&p.tasks=8&o.trace=true"
                        + "&placement=fetch@event-loop,parse@parallel,store@bounded-elastic");
        page.locator(".watched header .state.completed").waitFor();
    }

    private static String started(Page page, String form) {
        page.navigate(lab.address() + form);
        page.locator("button.main").click();
        page.waitForURL("**/#/watch/**");
        return page.url().substring(page.url().indexOf("#/watch/"));
    }

    @Test
    void formsAreForEverybody() {
        for (Look look : List.of(Look.DESK, DARK, PHONE, RUSSIAN)) {
            look(look, "#/start?workload=primes", "#p-to", "start");
            look(
                    look,
                    "#/start?workload=orders&placement=parallel"
                            + "&placement=fetch@event-loop,parse@parallel,store@bounded-elastic&o.rate=50",
                    ".placements select",
                    "stages");
        }
    }

    @Test
    void comparisonsAreForEverybody() {
        for (Look look : List.of(Look.DESK, DARK, PHONE, BEAMER, RUSSIAN)) {
            look(look, comparison, ".verdict h2", "comparison");
        }
    }

    @Test
    void runsAreForEverybody() {
        for (Look look : List.of(Look.DESK, DARK, PHONE, BEAMER)) {
            look(look, run, ".timeline canvas", "run");
        }
        for (Look look : List.of(Look.DESK, DARK, RUSSIAN)) {
            look(look, traced, ".timeline canvas", "hops");
        }
    }

    @Test
    void historyIsForEverybody() {
        for (Look look : List.of(Look.DESK, DARK, PHONE, RUSSIAN)) {
            look(look, "#/history?workload=sleep", ".plot canvas", "history");
        }
    }

    @Test
    void everyPlotHasItsTable() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + run);
        page.locator(".watched header .state.completed").waitFor();
        Locator plots = page.locator("figure.plot");

        assertThat(plots).hasCount(5);
        for (Locator plot : plots.all()) {
            plot.getByText("Table").click();
            assertThat(plot.locator("tbody tr").first()).isVisible();
        }
    }

    @Test
    void timelineIsReadZoomedAndMovedByKeys() {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + run);
        page.locator(".watched header .state.completed").waitFor();
        Locator canvas = page.locator(".timeline canvas");
        String before = drawn(canvas);
        canvas.focus();
        page.keyboard().press("+");
        page.keyboard().press("+");
        String closer = drawn(canvas);
        page.keyboard().press("ArrowLeft");
        String moved = drawn(canvas);
        page.keyboard().press("0");

        assertThat(closer).isNotEqualTo(before);
        assertThat(moved).isNotEqualTo(closer);
        assertThat(drawn(canvas)).isEqualTo(before);
        canvas.hover(new Locator.HoverOptions().setPosition(200, 12));
        assertThat(page.locator(".hovered")).containsText("fluxlab-bounded-elastic");
    }

    @Test
    void twoComparisonsStandSideBySide() {
        Page page = browser.page(BEAMER);
        page.navigate(lab.address() + "#/history?kind=comparison");
        Locator marks = page.getByRole(AriaRole.CHECKBOX);
        marks.nth(0).check();
        marks.nth(1).check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Side by side"))
                .click();

        assertThat(page.locator(".verdict h2")).hasCount(2);
        Accessible.check(page, "side by side");
    }

    /** What is drawn there, once that has happened. */
    private static String drawn(Locator canvas) {
        return (String)
                canvas.evaluate(
                        "canvas => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(canvas.toDataURL()))))");
    }

    private static void look(Look look, String view, String there, String name) {
        Page page = browser.page(look);
        page.navigate(lab.address() + view);
        page.locator(there).first().waitFor();
        page.waitForFunction("() => document.querySelector('.connection')?.textContent === ''");
        String as = look.dark() ? "-dark" : look.width() == 360 ? "-phone" : look.width() == 1920 ? "-beamer" : "";
        String picture = name + as + (look.language().startsWith("ru") ? "-ru" : "");
        Browser.picture(page, picture);
        assertThat(page.locator("html")).hasAttribute("lang", look.language().substring(0, 2));
        Accessible.check(page, picture);
        browser.assertNoComplaints();
    }
}
