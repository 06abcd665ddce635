package io.fluxlab.history;

import io.fluxlab.history.Database.Sql;
import io.fluxlab.history.Database.Value;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The events of all runs, batch by batch. Thread-safe. */
final class BatchTable {

    /** No value may be longer; a longer one has several rows. */
    private static final int MOST_BYTES = 1_000_000;

    private final Database database;

    BatchTable(Database database) {
        this.database = database;
    }

    /** What adds a batch. */
    static List<Sql> insert(String run, Batch batch, byte @Nullable [] compressed) {
        List<Sql> rows = new ArrayList<>();
        int part = 0;
        int at = 0;
        do {
            Value content = compressed == null
                    ? Value.none(byte[].class)
                    : Value.of(Arrays.copyOfRange(compressed, at, Math.min(at + MOST_BYTES, compressed.length)));
            rows.add(Sql.of(
                    "insert into kept_batch (run, first_seq, part, last_seq, events, content) values ($1, $2, $3, $4, $5, $6)",
                    run,
                    batch.first(),
                    part++,
                    batch.last(),
                    batch.events(),
                    content));
            at += MOST_BYTES;
        } while (compressed != null && at < compressed.length);
        return List.copyOf(rows);
    }

    /** What takes away all batches from this number on. */
    static Sql deleteFrom(String run, long first) {
        return Sql.of("delete from kept_batch where run = $1 and first_seq >= $2", run, first);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Row(long first, long last, long events, byte @Nullable [] content) {}

    /** The batch that holds this number, or else the next one; empty where there is none. */
    Mono<Batch> from(String run, long seq) {
        Sql first = Sql.of(
                "select first_seq, last_seq, events, content from kept_batch where run = $1 and first_seq = "
                        + "(select min(first_seq) from kept_batch where run = $2 and last_seq >= $3) order by part",
                run,
                run,
                seq);
        return database.rows(
                        first,
                        row -> new Row(
                                number(row.get("first_seq", Long.class)),
                                number(row.get("last_seq", Long.class)),
                                number(row.get("events", Long.class)),
                                row.get("content", byte[].class)))
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(BatchTable::batch);
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static Batch batch(List<Row> rows) {
        Row row = rows.get(0);
        if (row.content == null) {
            return Batch.missing(row.first, row.last, row.events);
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        for (Row part : rows) {
            byte[] content = part.content;
            if (content != null) {
                compressed.write(content, 0, content.length);
            }
        }
        return new Batch(row.first, row.last, row.events, BatchBytes.inflated(compressed.toByteArray()));
    }
}
