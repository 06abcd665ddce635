package io.fluxlab.history;

import io.fluxlab.history.Database.Sql;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The processes that keep runs in one data base. Each says now and then that it is there; the runs of one that has not for half a
 * minute are lost. In a folder there is one at a time. Thread-safe.
 */
final class Keepers {

    private static final Logger LOG = LoggerFactory.getLogger(Keepers.class);

    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final String GONE =
            "delete from kept_keeper where seen_at < current_timestamp - interval '30' second";

    private final Database database;
    private final RunTable runs;
    private final String self;

    Keepers(Database database, RunTable runs, String self) {
        this.database = database;
        this.runs = runs;
        this.self = self;
    }

    /**
     * Enters this one, and finds runs that are lost; emits nothing.
     *
     * @param isAlone whether nobody else can be there
     */
    Mono<Void> enter(String host, boolean isAlone) {
        return database.update(Sql.of(isAlone ? "delete from kept_keeper" : GONE))
                .then(database.update(Sql.of(
                        "insert into kept_keeper (id, host, seen_at) values ($1, $2, current_timestamp)", self, host)))
                .then(runs.loseWithoutKeeper())
                .doOnNext(Keepers::tell)
                .then();
    }

    private static void tell(long lost) {
        if (lost > 0) {
            LOG.warn("{} runs were lost: whoever ran them was gone before they had ended", lost);
        }
    }

    /** Says that this one is there, and looks for others that are not, until it is disposed. */
    Disposable stay(Scheduler clock) {
        return Flux.interval(PERIOD, clock)
                .onBackpressureDrop()
                .concatMap(
                        tick -> database.update(Sql.of(
                                        "update kept_keeper set seen_at = current_timestamp where id = $1", self))
                                .filter(found -> found == 0)
                                .flatMap(gone -> database.update(Sql.of(
                                        "insert into kept_keeper (id, host, seen_at) values ($1, '', current_timestamp)",
                                        self)))
                                .then(database.update(Sql.of(GONE)))
                                .then(runs.loseWithoutKeeper())
                                .doOnNext(Keepers::tell)
                                .onErrorComplete(),
                        1)
                .subscribe(nothing -> {}, error -> LOG.error("says no more that it is there", error));
    }

    /** Takes this one out; emits nothing. */
    Mono<Void> leave() {
        return database.update(Sql.of("delete from kept_keeper where id = $1", self))
                .then()
                .onErrorComplete();
    }
}
