package io.fluxlab.server.log;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.claim.Claim;
import io.fluxlab.run.RunSummary;
import io.fluxlab.server.LabRequest;
import io.fluxlab.server.RequestOutcome;
import io.fluxlab.server.ServerListener;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Writes one line of JSON for every request when it has ended, and for everything that is refused before it is one: who
 * asked from where, for what, what it claimed, how it ended and how long it took; no parameters, no messages, nothing that
 * anybody showed to prove who they are. A thread of its own writes, for which so many lines wait; what is more, or can't be
 * written, is counted, and the next line says how many are missing before it. Thread-safe.
 */
public final class AuditLog implements ServerListener {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int MOST_WAITING = 8192;

    /** Only ASCII is written: what would move a cursor or turn the direction of reading is an escape. */
    private static final ObjectWriter JSON =
            JsonMapper.builder().build().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final AuditFile file;
    private final Scheduler scheduler;
    private final Scheduler.Worker writer;
    private final Map<LabRequest, AuditEntry> entries = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong untold = new AtomicLong();
    /** Touched by the writer alone. */
    private boolean isFailing;

    AuditLog(AuditFile file, int mostWaiting) {
        this.file = file;
        this.scheduler = Schedulers.newBoundedElastic(1, mostWaiting, "fluxlab-audit", 60, true);
        this.writer = scheduler.createWorker();
    }

    /**
     * Appends to a file.
     *
     * @throws IOException where it can't be written
     */
    public static AuditLog open(Path file) throws IOException {
        return new AuditLog(AuditFile.open(file), MOST_WAITING);
    }

    /** Lines that are missing, because there were too many at once or because they could not be written. */
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void started(LabRequest request) {
        entries.put(request, new AuditEntry(request, System.nanoTime()));
    }

    @Override
    public void claimed(LabRequest request, Claim claim) {
        AuditEntry entry = entries.get(request);
        if (entry != null) {
            entry.claimed(claim);
        }
    }

    @Override
    public void finished(LabRequest request, RunSummary figures) {
        AuditEntry entry = entries.get(request);
        if (entry != null) {
            entry.finished(figures);
        }
    }

    @Override
    public void ended(LabRequest request, RequestOutcome outcome) {
        AuditEntry entry = entries.remove(request);
        if (entry != null) {
            add(entry.ended(outcome, now(), System.nanoTime()));
        }
    }

    @Override
    public void refused(Peer peer, ErrorBody why) {
        add(AuditLine.refused(now(), null, peer, why));
    }

    @Override
    public void refused(Caller caller, ErrorBody why) {
        add(AuditLine.refused(now(), AuditLine.Who.of(caller.principal()), caller.peer(), why));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void add(AuditLine line) {
        try {
            writer.schedule(() -> write(line));
        } catch (RejectedExecutionException e) {
            drop(1);
        }
    }

    private void drop(long lines) {
        dropped.addAndGet(lines);
        untold.addAndGet(lines);
    }

    private void write(AuditLine line) {
        try {
            tellGap(line.time());
            file.append(JSON.writeValueAsBytes(line));
            isFailing = false;
        } catch (IOException e) {
            drop(1);
            if (!isFailing) {
                isFailing = true;
                LOG.error("the audit log can't be written, lines are missing from now on: {}", e.getMessage());
            }
        }
    }

    private void tellGap(String time) throws IOException {
        long missing = untold.get();
        if (missing > 0) {
            file.append(JSON.writeValueAsBytes(new AuditLine.Gap(time, missing)));
            untold.addAndGet(-missing);
        }
    }

    /** Writes what waits, tells what is missing still, and closes the file. Lazy; for one subscriber. */
    public Mono<Void> close() {
        return scheduler.disposeGracefully().then(Mono.fromRunnable(this::end));
    }

    private void end() {
        try (AuditFile closed = file) {
            tellGap(now());
        } catch (IOException e) {
            LOG.error("the audit log could not be closed: {}", e.getMessage());
        }
    }
}
