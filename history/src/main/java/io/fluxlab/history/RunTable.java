package io.fluxlab.history;

import io.fluxlab.history.Database.Sql;
import io.fluxlab.history.Database.Value;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper.Viewer;
import io.fluxlab.kept.RunState;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The runs. Thread-safe. */
final class RunTable {

    private final Database database;

    RunTable(Database database) {
        this.database = database;
    }

    /** What adds a run that has begun. */
    static Sql insert(KeptRun run, String keeper) {
        return Sql.of(
                "insert into kept_run (id, kind, workload, lanes, request, owner, shared, keeper, state, started_at, os, cpu, cpus,"
                        + " jdk, max_heap_bytes, version, commit_id, events, last_seq, missing, stored_bytes, note)"
                        + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0, -1, 0, 0, $18)",
                run.run(),
                run.work().kind().id(),
                cut(run.work().workload(), 1_000),
                json(run.work().lanes()),
                json(run.work().request() == null ? Map.of() : run.work().request()),
                cut(run.owner().name(), 300),
                run.owner().shared(),
                keeper,
                run.state().id(),
                time(run.time().startedMillis()),
                cut(run.place().machine().os(), 300),
                cut(run.place().machine().cpu(), 300),
                run.place().machine().cpus(),
                cut(run.place().machine().jdk(), 300),
                run.place().machine().maxHeapBytes(),
                cut(run.place().version(), 100),
                text(run.place().commit(), 100),
                text(run.note(), 2_000));
    }

    /** What says how much of a run is kept. */
    static Sql progress(String run, KeptRun.Events events, long moreBytes) {
        return Sql.of(
                "update kept_run set events = $1, last_seq = $2, missing = $3, stored_bytes = $4 where id = $5",
                events.count(),
                events.last(),
                events.missing(),
                events.bytes() + moreBytes,
                run);
    }

    /** What says how a run ended. */
    static List<Sql> ending(String run, RunEnding ending) {
        KeptRun.Outcome outcome = ending.outcome();
        Failure error = outcome.error();
        List<Sql> statements = new ArrayList<>();
        statements.add(Sql.of(
                "update kept_run set state = $1, ended_at = $2, wall_nanos = $3, recommended = $4, figures = $5, summary = $6,"
                        + " error_code = $7, error_message = $8 where id = $9",
                ending.state().id(),
                time(ending.endedMillis()),
                value(outcome.wallNanos(), Long.class),
                text(outcome.recommended(), 1_000),
                value(outcome.figures() == null ? null : json(outcome.figures()), String.class),
                value(outcome.summary() == null ? null : json(outcome.summary()), String.class),
                text(error == null ? null : error.code(), 100),
                text(error == null ? null : error.message(), 100_000),
                run));
        int position = 0;
        for (SampleRow sample : ending.samples()) {
            statements.add(SampleTable.insert(run, position++, sample));
        }
        return statements;
    }

    /** Makes runs lost that go on in nobody's hands. */
    Mono<Long> loseWithoutKeeper() {
        return database.update(Sql.of(
                "update kept_run set state = $1 where state = $2 and keeper not in" + " (select id from kept_keeper)",
                RunState.LOST.id(),
                RunState.GOING_ON.id()));
    }

    /** A run with all that is known of it; empty where there is none. */
    Mono<KeptRun> find(String run) {
        return database.rows(Sql.of("select * from kept_run where id = $1", run), row -> RunRow.read(row, true))
                .next();
    }

    /** The runs that a query finds of those that this one sees, the newest first. */
    Flux<KeptRun> find(HistoryQuery query, Viewer viewer) {
        Conditions conditions = new Conditions();
        conditions.add("substr(id, 1, length($?)) = $?", query.run(), query.run());
        conditions.add("kind = $?", query.kind() == null ? null : query.kind().id());
        conditions.add("workload = $?", query.workload());
        conditions.add("position($? in lanes) > 0", query.lane() == null ? null : json(query.lane()));
        conditions.add(
                "state = $?", query.state() == null ? null : query.state().id());
        conditions.add("substr(commit_id, 1, length($?)) = $?", query.commit(), query.commit());
        conditions.add("owner = $?", query.owner());
        conditions.add("started_at >= $?", query.sinceMillis() == null ? null : time(query.sinceMillis()));
        conditions.add("started_at < $?", query.untilMillis() == null ? null : time(query.untilMillis()));
        conditions.add("(shared or owner = $?)", viewer.everything() ? null : viewer.name());
        Sql sql = conditions.sql("select * from kept_run", " order by started_at desc, id limit " + query.most());
        return database.rows(sql, row -> RunRow.read(row, query.wantsDetails()));
    }

    /** Writes a note; null takes it away. */
    Mono<Long> note(String run, @Nullable String note) {
        return database.update(Sql.of("update kept_run set note = $1 where id = $2", text(note, 2_000), run));
    }

    /** Forgets a run that has ended, with all that is of it. */
    Mono<Long> remove(String run) {
        return database.update(
                Sql.of("delete from kept_run where id = $1 and state <> $2", run, RunState.GOING_ON.id()));
    }

    /** Forgets the runs that have ended and started before this time. */
    Mono<Long> removeBefore(Instant time) {
        return database.update(Sql.of(
                "delete from kept_run where started_at < $1 and state <> $2",
                time.atOffset(ZoneOffset.UTC),
                RunState.GOING_ON.id()));
    }

    /** The oldest runs that have ended, all of which must go so that the rest takes no more than this. */
    Flux<String> beyond(long bytes) {
        return database.rows(
                        Sql.of("select id, stored_bytes, state from kept_run order by started_at desc, id"),
                        row -> new Kept(
                                String.valueOf(row.get("id", String.class)),
                                RunRow.number(row.get("stored_bytes", Long.class)),
                                RunState.GOING_ON.id().equals(row.get("state", String.class))))
                .scan(new Room(bytes, null), Room::after)
                .filter(room -> room.left < 0)
                .mapNotNull(Room::last)
                .filter(kept -> !kept.goesOn)
                .map(Kept::id);
    }

    private record Kept(String id, long bytes, boolean goesOn) {}

    private record Room(long left, @Nullable Kept last) {
        Room after(Kept next) {
            return new Room(left - next.bytes, next);
        }
    }

    static String json(Object value) {
        return new String(WireFormat.JSON.write(value), StandardCharsets.UTF_8);
    }

    static OffsetDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    private static Value text(@Nullable String text, int most) {
        return value(text == null ? null : cut(text, most), String.class);
    }

    static Value value(@Nullable Object value, Class<?> type) {
        return value == null ? Value.none(type) : Value.of(value);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** What a query asks for, as far as anything is given. Not thread-safe. */
    private static final class Conditions {

        private final StringBuilder text = new StringBuilder();
        private final List<Value> values = new ArrayList<>();

        /** Each {@code $?} is one of the values; nothing is asked where one of them is null. */
        void add(String condition, @Nullable Object... given) {
            for (Object value : given) {
                if (value == null) {
                    return;
                }
            }
            text.append(text.isEmpty() ? " where " : " and ");
            int from = 0;
            for (Object value : given) {
                int at = condition.indexOf("$?", from);
                values.add(Value.of(value));
                text.append(condition, from, at).append('$').append(values.size());
                from = at + 2;
            }
            text.append(condition, from, condition.length());
        }

        Sql sql(String before, String after) {
            return new Sql(before + text + after, values);
        }
    }
}
