package io.fluxlab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class LabPageTest {

    private static final long MOST_BYTES = 150_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern NAMED = Pattern.compile("\"(/page/[^\"]+)\"");

    private final LabPage page = LabPage.built();
    private final HttpClient client = HttpClient.newHttpClient();
    private DisposableServer server;

    @BeforeEach
    void serve() {
        server =
                HttpServer.create().host("127.0.0.1").port(0).route(page).bind().block(PATIENCE);
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void allOfItIsSmallerThanAPicture() {
        assumePage();

        assertThat(page.bytes()).isBetween(1L, MOST_BYTES);
    }

    @Test
    void indexNamesFilesThatAreThereAndMayBeKeptForEver() throws Exception {
        assumePage();

        HttpResponse<byte[]> index = get("/", "identity");
        List<String> named = NAMED.matcher(new String(index.body(), StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(index.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(named).hasSize(2);
        for (String name : named) {
            HttpResponse<byte[]> file = get(name, "gzip");
            assertThat(file.statusCode()).as(name).isEqualTo(200);
            assertThat(file.headers().firstValue("cache-control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        }
    }

    @Test
    void everyAnswerForbidsWhatIsInlineOrFromElsewhere() throws Exception {
        HttpResponse<byte[]> index = get("/", "gzip");

        assertThat(index.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'")
                        .doesNotContain("unsafe", "http:", "https:", "*"));
        assertThat(index.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void whoTakesNothingCompressedGetsTheSame() throws Exception {
        assumePage();

        HttpResponse<byte[]> compressed = get("/", "gzip");
        HttpResponse<byte[]> plain = get("/", "identity");

        assertThat(compressed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void aLabWithoutPageSaysSoAtItsAddress() throws Exception {
        DisposableServer without = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(LabPage.none())
                .bind()
                .block(PATIENCE);
        try {
            HttpResponse<byte[]> answer = get(without, "/", "gzip");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("without npm", "has no page");
        } finally {
            without.disposeNow();
        }
    }

    /** A registry of one machine, or of one company, would make the build theirs. */
    @Test
    void packagesAreLockedWithoutNamingARegistry() throws IOException {
        String lock = Files.readString(Path.of(System.getProperty("basedir", "."), "src/main/web/package-lock.json"));

        assertThat(lock).doesNotContain("\"resolved\"").contains("\"integrity\": \"sha512-");
    }

    private void assumePage() {
        assumeTrue(page.exists(), "the page was left out of this build: npm is missing");
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        return get(server, path, encoding);
    }

    private HttpResponse<byte[]> get(DisposableServer from, String path, String encoding)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + from.port() + path))
                .header("Accept-Encoding", encoding)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
