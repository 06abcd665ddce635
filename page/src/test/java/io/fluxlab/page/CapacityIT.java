package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.fluxlab.page.Browser.Look;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search for capacity: started from its form, watched, and for everybody. */
class CapacityIT {

    @TempDir
    Path data;

    @Test
    void isStartedWatchedAndReadByEverybody() {
        try (Browser browser = Browser.start();
                ServedLab lab = ServedLab.start(data)) {
            Page page = browser.page(Look.DESK);
            page.navigate(lab.address()
                    + "#/start?kind=capacity&workload=sleep&lane=immediate&lane=virtual&p.tasks=2&p.minMillis=10"
                    + "&p.maxMillis=20&o.slo=p50+<+100ms&o.from=20&o.to=160&o.duration=1s&o.maxTime=30");
            assertThat(page.locator(".copyable code"))
                    .hasText(
                            "fluxlab capacity sleep -p tasks=2 -p minMillis=10 -p maxMillis=20 --lanes immediate,virtual"
                                    + " --max-time 30s --from 20/s --to 160/s --duration 1s --slo 'p50 < 100ms'");
            page.locator("button.main").click();
            page.waitForURL("**/#/watch/capacity-*");
            page.locator(".watched header .state.completed").waitFor();
            String view = page.url();
            for (Look look : List.of(
                    Look.DESK,
                    Look.DESK.inTheDark(),
                    Look.DESK.wide(360, 740),
                    Look.DESK.wide(1920, 1080).in("ru-RU"))) {
                Page seen = browser.page(look);
                seen.navigate(view);
                seen.locator(".plot canvas").first().waitFor();
                Accessible.check(seen, "capacity, " + look);
                if (!look.dark() && look.language().startsWith("en") && look.width() == 1280) {
                    Browser.picture(seen, "capacity");
                }
            }
            browser.assertNoComplaints();
        }
    }
}
