package io.fluxlab.page;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * The page of a served lab, at {@code /}, with its files under {@code /page/}, for {@code GET} and {@code HEAD}. Thread-safe.
 *
 * <p>It holds nothing secret and is shown to everybody: what it shows of the lab it asks for over the WebSocket beside it, as
 * any other client, with a token where one is needed. Where the machine that built this had no npm, there is none, and a
 * text says so.
 */
public final class LabPage implements Consumer<HttpServerRoutes> {

    /** Nothing from elsewhere, nothing inline, in nobody's frame. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String FOLDER = "/META-INF/fluxlab/page/";

    private static final String LEFT_OUT = """
            This lab was built on a machine without npm, and has no page.
            Install Node.js 20 or newer with npm and build Fluxlab again, or use the command: fluxlab compare WORKLOAD --server ...
            """;

    private final List<PageFile> files;

    private LabPage(List<PageFile> files) {
        this.files = files;
    }

    /** The page that was built along with this. */
    public static LabPage built() {
        try (InputStream list = LabPage.class.getResourceAsStream(FOLDER + "files")) {
            return list == null
                    ? new LabPage(List.of())
                    : new LabPage(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(name -> PageFile.read(FOLDER, name))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of the page's files can't be read", e);
        }
    }

    /** As where it was left out. */
    static LabPage none() {
        return new LabPage(List.of());
    }

    /** Whether there is one. */
    public boolean exists() {
        return !files.isEmpty();
    }

    /** What a browser loads, in bytes, compressed. */
    long bytes() {
        return files.stream().mapToLong(file -> file.compressed().length).sum();
    }

    @Override
    public void accept(HttpServerRoutes routes) {
        if (files.isEmpty()) {
            route(routes, "/", (request, response) -> leftOut(response));
        }
        files.forEach(file -> route(
                routes,
                file.isIndex() ? "/" : "/page/" + file.name(),
                (request, response) -> answer(file, request, response)));
    }

    /** What is answered at a path. */
    private interface Answer {
        Publisher<Void> to(HttpServerRequest request, HttpServerResponse response);
    }

    private static void route(HttpServerRoutes routes, String path, Answer answer) {
        routes.route(
                request -> request.fullPath().equals(path) && isRead(request.method()),
                (request, response) -> answer.to(request, response));
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static Publisher<Void> leftOut(HttpServerResponse response) {
        return guarded(response)
                .status(HttpResponseStatus.NOT_FOUND)
                .header(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .sendByteArray(Mono.just(LEFT_OUT.getBytes(StandardCharsets.UTF_8)));
    }

    /** Names that change with their content may be kept for ever. */
    private static Publisher<Void> answer(PageFile file, HttpServerRequest request, HttpServerResponse response) {
        guarded(response)
                .header(HttpHeaderNames.CONTENT_TYPE, file.mimeType())
                .header(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING)
                .header(
                        HttpHeaderNames.CACHE_CONTROL,
                        file.isIndex() ? "no-cache" : "public, max-age=31536000, immutable");
        boolean takesGzip =
                request.requestHeaders().containsValue(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP, true);
        if (!takesGzip) {
            return response.sendByteArray(Mono.fromSupplier(file::plain));
        }
        return response.header(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP)
                .sendByteArray(Mono.just(file.compressed()));
    }

    private static HttpServerResponse guarded(HttpServerResponse response) {
        return response.header(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
