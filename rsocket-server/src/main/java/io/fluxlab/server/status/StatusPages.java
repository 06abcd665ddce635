package io.fluxlab.server.status;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.server.transport.Peer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * The pages {@code /health/live}, {@code /health/ready} and {@code /metrics}, for {@code GET} and {@code HEAD}. Thread-safe.
 *
 * <p>A server that is full is ready: whoever asks waits for a turn, or is told why not, and taking it out of service would
 * let any client do that to everybody. Only one that stops is not.
 */
public final class StatusPages implements Consumer<HttpServerRoutes> {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    /** What proxies add. One that adds nothing makes everybody one who asks from its machine. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "Via", "X-Real-IP");

    private final StatusAccess access;
    private final BooleanSupplier isStopping;
    private final Supplier<String> metrics;
    private final Scheduler scheduler;

    /**
     * @param metrics the figures in Prometheus' text format
     * @param scheduler where figures are collected, one page after the other; stays the caller's
     */
    public StatusPages(StatusAccess access, BooleanSupplier isStopping, Supplier<String> metrics, Scheduler scheduler) {
        this.access = access;
        this.isStopping = isStopping;
        this.metrics = metrics;
        this.scheduler = scheduler;
    }

    @Override
    public void accept(HttpServerRoutes routes) {
        page(routes, "/health/live", response -> json(response, HttpResponseStatus.OK, "{\"status\":\"up\"}"));
        page(routes, "/health/ready", this::ready);
        page(routes, "/metrics", this::metrics);
    }

    /** What a page answers to whoever may see it. */
    private interface Page {
        Publisher<Void> answer(HttpServerResponse response);
    }

    private void page(HttpServerRoutes routes, String path, Page page) {
        routes.route(
                request -> request.fullPath().equals(path) && isRead(request.method()),
                (request, response) -> access.admit(
                                Peer.ofHttp(((Connection) request).channel(), request.requestHeaders()),
                                isForwarded(request.requestHeaders()))
                        .then(Mono.<Publisher<Void>>fromSupplier(() -> page.answer(response)))
                        .onErrorResume(
                                RejectedRequestException.class,
                                why -> Mono.just(refused(response, new StatusDenial(why))))
                        .flatMap(Mono::from));
    }

    private static boolean isForwarded(HttpHeaders headers) {
        return FORWARDED.stream().anyMatch(headers::contains);
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private Publisher<Void> ready(HttpServerResponse response) {
        return isStopping.getAsBoolean()
                ? json(response, HttpResponseStatus.SERVICE_UNAVAILABLE, "{\"status\":\"stopping\"}")
                : json(response, HttpResponseStatus.OK, "{\"status\":\"ready\"}");
    }

    private Publisher<Void> metrics(HttpServerResponse response) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, TEXT)
                .header(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .sendByteArray(
                        Mono.fromSupplier(metrics).map(StatusPages::bytes).subscribeOn(scheduler));
    }

    private static Publisher<Void> refused(HttpServerResponse response, StatusDenial refused) {
        refused.addHeaders(response.responseHeaders());
        return json(response, refused.status(), refused.body());
    }

    private static Publisher<Void> json(HttpServerResponse response, HttpResponseStatus status, String body) {
        return response.status(status)
                .header(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .header(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .sendByteArray(Mono.just(bytes(body)));
    }

    /** On the heap, where nothing is lost if whoever asked has gone by the time that it is there. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
