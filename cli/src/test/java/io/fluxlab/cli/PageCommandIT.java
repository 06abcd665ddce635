package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fluxlab.page.LabPage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fluxlab compare --page}. */
class PageCommandIT {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void showsAComparisonUntilItIsInterruptedAndEndsAsTheComparisonDid(@TempDir Path folder) throws Exception {
        assumeTrue(LabPage.built().exists(), "the page was left out of this build: npm is missing");
        List<String> command = FluxlabProcess.command(
                "compare",
                "sleep",
                "-p",
                "tasks=2",
                "-p",
                "minMillis=1",
                "-p",
                "maxMillis=2",
                "--lanes",
                "immediate,virtual",
                "--rounds",
                "2",
                "--warmup",
                "1",
                "--page",
                "--fail-if",
                "virtual.rounds != 2");
        try (FluxlabProcess process = FluxlabProcess.startListening(folder, Map.of(), command)) {
            await().atMost(PATIENCE).until(() -> process.err().contains("until Ctrl-C"));
            Matcher address = ADDRESS.matcher(process.err());
            assertThat(address.find()).isTrue();
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address.group())).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("content-security-policy")).isPresent();

            process.signal("INT");

            assertThat(process.status()).isZero();
        }
    }

    @Test
    void aPageIsOfWhatRunsInThisCommand() {
        assertThat(CommandRun.of("compare", "sleep", "--page", "--server", "tcp://127.0.0.1:1")
                        .err())
                .startsWith("fluxlab: --page is for what runs in this command");
        assertThat(CommandRun.of("compare", "sleep", "--page", "--keep").err())
                .startsWith("fluxlab: --page and --keep: use 'fluxlab serve'");
    }

    @Test
    void aBrowserIsAskedForOnlyWhereThereIsAScreen() {
        assertThat(DesktopBrowser.opener("Linux", Map.of())).isEmpty();
        assertThat(DesktopBrowser.opener("Linux", Map.of("DISPLAY", ":0"))).containsExactly("xdg-open");
        assertThat(DesktopBrowser.opener("Linux", Map.of("WAYLAND_DISPLAY", "w")))
                .containsExactly("xdg-open");
        assertThat(DesktopBrowser.opener("Mac OS X", Map.of())).containsExactly("open");
        assertThat(DesktopBrowser.opener("Windows 11", Map.of())).startsWith("rundll32");
    }
}
