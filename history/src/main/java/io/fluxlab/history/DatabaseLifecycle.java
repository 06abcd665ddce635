package io.fluxlab.history;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import reactor.core.publisher.Mono;

/** What is done before a data base can be used, and after. Stateless. */
final class DatabaseLifecycle {

    /** H2's code for a file that another process has open. */
    private static final int IN_USE = 90020;

    private DatabaseLifecycle() {}

    /** Makes what has to be there. */
    static void prepare(Location location) {
        if (location instanceof Location.Folder folder) {
            if (Files.exists(folder.folder()) && !Files.isDirectory(folder.folder())) {
                throw new HistoryException(
                        "no runs can be kept in " + location.text() + ": it must be a folder, and is a file");
            }
            try {
                folder.make();
            } catch (UncheckedIOException e) {
                throw new HistoryException("no runs can be kept in " + location.text() + ": " + e.getMessage(), e);
            }
        }
    }

    /** What went wrong, in words of whoever chose the place. */
    static HistoryException error(Location location, Throwable error) {
        if (error instanceof HistoryException known) {
            return known;
        }
        if (error instanceof R2dbcException r2dbc && r2dbc.getErrorCode() == IN_USE) {
            return new HistoryException(
                    "the runs in %s are open in another process, which a server may be: ask that one"
                            .formatted(location.text()),
                    error);
        }
        return new HistoryException(
                "no runs can be kept in %s: %s".formatted(location.text(), error.getMessage()), error);
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    /** Closes the file of a data base that is this process's, when nobody else has a connection to it; emits nothing. */
    static Mono<Void> shutDown(Location location) {
        return location.isShared()
                ? Mono.empty()
                : Mono.usingWhen(
                                ConnectionFactories.get(location.options()).create(),
                                connection -> Mono.from(connection
                                                .createStatement("shutdown")
                                                .execute())
                                        .then(),
                                Connection::close)
                        .onErrorComplete();
    }
}
