package io.fluxlab.history;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Statements on pooled connections. Thread-safe. H2 does its work on threads of the scheduler that connections are handed over
 * on, PostgreSQL on event loops.
 */
final class Database {

    private final ConnectionPool pool;
    private final Scheduler scheduler;
    private final Duration answerTime;

    private Database(ConnectionPool pool, Scheduler scheduler, Duration answerTime) {
        this.pool = pool;
        this.scheduler = scheduler;
        this.answerTime = answerTime;
    }

    /**
     * Does not connect yet.
     *
     * @param most connections at once
     * @param scheduler on which a connection is handed over: else that is done on the thread of whoever gave it back, which
     *     would then do the work of all who wait
     * @param answerTime within which an answer has to come, with the wait for a connection
     */
    static Database of(Location location, int most, Scheduler scheduler, Duration answerTime) {
        return new Database(
                new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(location.options()))
                        .initialSize(0)
                        .maxSize(most)
                        .customizer(pool -> pool.acquisitionScheduler(scheduler))
                        .build()),
                scheduler,
                answerTime);
    }

    /** A statement, with its values by their positions from $1 on; null is null. */
    record Sql(String text, List<? extends Value> values) {

        static Sql of(String text, Object... values) {
            return new Sql(text, java.util.Arrays.stream(values).map(Value::of).toList());
        }
    }

    /** A value that may be missing. */
    record Value(Object value, boolean isNull) {

        static Value of(Object given) {
            return given instanceof Value known ? known : new Value(given, false);
        }

        /** Nothing, of a type. */
        static Value none(Class<?> type) {
            return new Value(type, true);
        }
    }

    /** Does it all in one transaction; emits nothing. Cancel rolls back. */
    Mono<Void> inTransaction(List<Sql> statements) {
        return Mono.usingWhen(
                        pool.create(),
                        connection -> Mono.from(connection.beginTransaction())
                                .then(Flux.fromIterable(statements)
                                        .concatMap(sql -> updated(connection, sql))
                                        .then())
                                .then(Mono.from(connection.commitTransaction())),
                        Database::closed,
                        (connection, error) -> rolledBack(connection),
                        Database::rolledBack)
                .timeout(answerTime, Mono.error(this::silent), scheduler);
    }

    /** It may be frozen, or behind a network that loses everything: that is no better than one that is gone. */
    private R2dbcTimeoutException silent() {
        return new R2dbcTimeoutException("no answer within " + answerTime.toMillis() + " ms");
    }

    private static Mono<Void> rolledBack(Connection connection) {
        return Mono.from(connection.rollbackTransaction()).onErrorComplete().then(closed(connection));
    }

    /** What went wrong before is to be told, and not that a connection to a data base that is gone can't be closed. */
    private static Mono<Void> closed(Connection connection) {
        return Mono.from(connection.close()).onErrorComplete();
    }

    /** Does it, and emits how many rows it has changed. */
    Mono<Long> update(Sql sql) {
        return Mono.usingWhen(pool.create(), connection -> updated(connection, sql), Database::closed)
                .timeout(answerTime, Mono.error(this::silent), scheduler);
    }

    private static Mono<Long> updated(Connection connection, Sql sql) {
        return Flux.from(bound(connection, sql).execute())
                .concatMap(Result::getRowsUpdated)
                .reduce(0L, Long::sum);
    }

    /** The rows, each made to something. Whoever takes them slowly is not timed: only the first one is waited for. */
    <T> Flux<T> rows(Sql sql, Function<? super Readable, ? extends T> made) {
        return Flux.<T, Connection>usingWhen(
                        pool.create(),
                        connection ->
                                Flux.from(bound(connection, sql).execute()).concatMap(result -> mapped(result, made)),
                        Database::closed)
                .timeout(Mono.delay(answerTime, scheduler), row -> Mono.never(), Flux.error(this::silent));
    }

    private static <T> Publisher<T> mapped(Result result, Function<? super Readable, ? extends T> made) {
        return result.map(made);
    }

    private static Statement bound(Connection connection, Sql sql) {
        Statement statement = connection.createStatement(sql.text());
        int position = 0;
        for (Value value : sql.values()) {
            if (value.isNull()) {
                statement.bindNull(position, (Class<?>) value.value());
            } else {
                statement.bind(position, value.value());
            }
            position++;
        }
        return statement;
    }

    /** Closes all connections; emits nothing. */
    Mono<Void> close() {
        return pool.disposeLater();
    }
}
