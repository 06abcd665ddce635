package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fluxlab.page.Browser.Look;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A scenario before a class: asked, guessed, run, answered, in Russian and by keys; axe finds nothing wrong on the way. */
class ScenarioIT extends ServedPageFixture {

    private static final Look BEAMER = Look.DESK.wide(1920, 1080).in("ru-RU");

    @Test
    void theListAndAQuestionAreForEverybody() {
        for (Look look : List.of(Look.DESK, Look.DESK.inTheDark(), Look.DESK.wide(360, 740), BEAMER)) {
            Page page = browser.page(look);
            page.navigate(lab.address() + "#/scenarios");
            page.locator(".scenarios li").first().waitFor();
            Accessible.check(page, "scenarios, " + look);
            page.navigate(lab.address() + "#/scenarios/gil");
            page.locator("fieldset").first().waitFor();
            Accessible.check(page, "a scenario's question, " + look);
        }
        browser.assertNoComplaints();
    }

    @Test
    void aClassGuessesInRussianAndSeesWhatCameOut() {
        Page page = browser.page(BEAMER);
        page.navigate(lab.address() + "#/scenarios/gil");
        page.locator("fieldset").first().waitFor();
        page.locator("h1").click();
        page.keyboard().press("c");
        assertThat(page.locator("html")).hasAttribute("data-class", "yes");
        Locator first = page.locator("fieldset").first().getByRole(AriaRole.TEXTBOX);
        first.fill("Анна: 2,5; 1 x3");
        Accessible.check(page, "a class's question");
        Browser.picture(page, "scenario-class-ru");
        first.press("Enter");
        page.waitForURL("**/#/watch/scenario-*");

        assertThat(page.locator(".watched header .state.completed, .watched header .state.failed"))
                .isVisible();
        Accessible.check(page, "a scenario's steps");
        page.locator(".watched h1").click();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".revealed").first()).isVisible();
        assertThat(page.locator(".guesses").first()).containsText("Анна");
        assertThat(page.locator(".guesses li")).hasCount(2);
        assertThat(page.locator(".guesses").first()).containsText("2,5 · Анна");
        Accessible.check(page, "a scenario's answers");
        Browser.picture(page, "scenario-answers-ru");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".code pre").first()).isVisible();
        Accessible.check(page, "a scenario's code");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(".revealed").first()).isVisible();
        page.keyboard().press("c");
        assertThat(page.locator(".code pre").first()).isVisible();
        Accessible.check(page, "all of a scenario");
        page.navigate(lab.address() + "#/history?kind=scenario");
        assertThat(page.locator("tbody tr")).containsText(Pattern.compile("выполнено \\d+ из \\d+"));
        browser.assertNoComplaints();
    }
}
