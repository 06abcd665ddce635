package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.fluxlab.page.Browser.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an address says is there, or is told to be unknown; and what it says has its line breaks and its language. */
class AddressIT extends ServedPageFixture {

    private static Page at(String address) {
        Page page = browser.page(Look.DESK);
        page.navigate(lab.address() + address);
        return page;
    }

    @Test
    void whatIsNotThereIsTold() {
        Page page = at("#/watch/%E0%A4%A");
        Locator told = page.locator("main .error");
        assertThat(told).containsText("keeps no run of this name that you may see: %E0%A4%A");

        for (String nowhere : List.of("#/watch/", "#/nowhere", "#/history/run-1")) {
            page.navigate(lab.address() + nowhere);
            assertThat(page.locator("h1")).hasText("Nothing is here");
            assertThat(page).hasTitle("Fluxlab · Nothing is here");
        }
        Accessible.check(page, "an address without a view");
        browser.assertNoComplaints();
    }

    @Test
    void aLinkToWhatTheLabDoesNotKnowIsTold() {
        Page page = at("#/start?workload=nope&lane=zip");
        Locator told = page.locator("form.start > [role=alert]").first();

        assertThat(told).containsText("This lab knows no workload of this name: nope.");
        assertThat(told).containsText("This lab knows no lane of this name: zip.");
        Accessible.check(page, "a link to what is unknown");
        page.locator("#workload").selectOption("sleep");
        assertThat(page.locator("form.start > div[role=alert]")).hasCount(0);
        browser.assertNoComplaints();
    }

    @Test
    void aTextKeepsItsLineBreaks() {
        Page page = at("#/start?kind=run&workload=squares&lane=bounded-elastic&p.infile=1%202%0A3%0A");
        Locator infile = page.locator("#p-infile");
        Locator command = page.locator(".copyable code");
        assertThat(infile).hasValue("1 2\n3\n");

        infile.fill("1 2\n3 4\n");
        assertThat(command).containsText("'infile=1 2\n3 4\n'");
        Accessible.check(page, "a field of several lines");
        page.reload();
        assertThat(infile).hasValue("1 2\n3 4\n");
        browser.assertNoComplaints();
    }

    @Test
    void aWindowAndItsTextsChangeTheirLanguageAtOnce() {
        Page page = at("#/history");
        assertThat(page).hasTitle("Fluxlab · History");

        page.getByLabel("Language").selectOption("ru");
        assertThat(page).hasTitle("Fluxlab · История");
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
        browser.assertNoComplaints();
    }
}
