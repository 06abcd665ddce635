package io.fluxlab.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fluxlab.page.Browser.Look;
import io.fluxlab.server.identity.CredentialsFile;
import io.fluxlab.server.identity.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab that asks who comes. */
class TokenIT {

    @TempDir
    Path folder;

    @Test
    void isAskedForRefusedAndTaken() {
        Path file = folder.resolve("credentials");
        String token = CredentialsFile.of(file).add("rita", Role.RUNNER);
        try (Browser browser = Browser.start();
                ServedLab lab = ServedLab.withCredentials(folder.resolve("data"), file)) {
            Page page = browser.page(Look.DESK);
            page.navigate(lab.address());
            page.getByLabel("Token").fill("wrong");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not one that this lab knows");

            page.getByLabel("Token").fill(token);
            page.keyboard().press("Enter");

            assertThat(page.locator("#workload")).isVisible();
            page.reload();
            assertThat(page.locator("#workload")).isVisible();
            browser.assertNoComplaints();
        }
    }
}
