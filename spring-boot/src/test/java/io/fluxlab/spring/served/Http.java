package io.fluxlab.spring.served;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.context.ApplicationContext;

/** Asks an application over HTTP. Thread-safe. */
final class Http implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String port;

    Http(ApplicationContext application) {
        this.port = application.getEnvironment().getRequiredProperty("local.server.port");
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return (headers.length == 0 ? builder : builder.headers(headers)).build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
