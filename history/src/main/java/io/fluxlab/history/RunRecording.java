package io.fluxlab.history;

import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A run that goes on, or whose last events are being written: the events that are together already, those that wait to be
 * written, and some more of the newest. Thread-safe; nobody waits in it for the disk.
 */
final class RunRecording {

    /** A batch of so many bytes is closed before its time. */
    private static final int FULL_BYTES = 64 * 1024;

    /** So much of what is written stays in memory, for those who watch as it goes on. */
    private static final int KEPT_BYTES = 1024 * 1024;

    private final KeptRun begun;
    private final WaitingBytes waiting;
    private final Runnable isFull;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private BatchBytes.Writer open = new BatchBytes.Writer();
    private int written;
    private long bytes;
    private KeptRun.Events kept = new KeptRun.Events(0, -1, 0, 0);
    private long forgotten = -1;
    private @Nullable Batch gap;
    private @Nullable RunEnding ending;
    private boolean isKept;
    private Sinks.Empty<Void> change = Sinks.empty();
    private final Sinks.One<String> known = Sinks.one();
    private final Backoff backoff = new Backoff();

    /**
     * @param begun what is known of it from the beginning
     * @param waiting how much may wait to be written
     * @param isFull told when there is something to write before its time
     */
    RunRecording(KeptRun begun, WaitingBytes waiting, Runnable isFull) {
        this.begun = begun;
        this.waiting = waiting;
        this.isFull = isFull;
    }

    /** When it is written again that could not be; the writer's alone. */
    Backoff backoff() {
        return backoff;
    }

    /** What was known of it when it began. */
    KeptRun begun() {
        return begun;
    }

    String id() {
        return begun.run();
    }

    /** Adds an event, whose bytes nobody else writes to. */
    void add(long seq, byte[] event) {
        if (put(seq, event)) {
            isFull.run();
        }
    }

    private synchronized boolean put(long seq, byte[] event) {
        if (!waiting.take(event.length)) {
            lose(seq);
            return false;
        }
        closeGap();
        int before = open.bytes();
        open.add(seq, event);
        waiting.giveBack((long) before + event.length - open.bytes());
        return open.bytes() >= FULL_BYTES && seal();
    }

    private void lose(long seq) {
        seal();
        Batch lost = gap;
        gap = lost == null ? Batch.missing(seq, seq, 1) : Batch.missing(lost.first(), seq, lost.events() + 1);
    }

    /** Adds a gap that there was already. */
    synchronized void miss(KeptEvent.Missing missing) {
        seal();
        append(Batch.missing(missing.seq(), missing.to(), missing.events()));
    }

    private void closeGap() {
        Batch lost = gap;
        if (lost != null) {
            gap = null;
            append(lost);
        }
    }

    private void append(Batch batch) {
        batches.addLast(batch);
        bytes += batch.bytes();
        Sinks.Empty<Void> told = change;
        change = Sinks.empty();
        told.tryEmitEmpty();
    }

    /** Closes the batch that is open, if there is anything in it. */
    synchronized boolean seal() {
        if (open.isEmpty()) {
            return false;
        }
        append(open.batch());
        open = new BatchBytes.Writer();
        return true;
    }

    /** The run has ended, and nothing more will be added; only the first end counts. */
    void end(RunEnding how) {
        synchronized (this) {
            if (ending != null) {
                return;
            }
            seal();
            closeGap();
            ending = how;
            Sinks.Empty<Void> told = change;
            change = Sinks.empty();
            told.tryEmitEmpty();
        }
        isFull.run();
    }

    /**
     * What is to be written now.
     *
     * @param isNew whether the data base does not know the run yet
     * @param events how much is kept once this is
     * @param ending how it ended, where this is the last; else null
     * @param isAll whether nothing else is to be written now
     */
    record Due(
            List<Batch> batches,
            boolean isNew,
            KeptRun.Events events,
            @Nullable RunEnding ending,
            boolean isAll) {

        boolean isNothing() {
            return batches.isEmpty() && ending == null && !isNew;
        }
    }

    /** What is to be written now, up to about so many bytes. */
    synchronized Due due(long mostBytes) {
        seal();
        List<Batch> found = new ArrayList<>();
        long taken = 0;
        int number = 0;
        for (Batch batch : batches) {
            if (number++ >= written && taken <= mostBytes) {
                found.add(batch);
                taken += batch.bytes();
            }
        }
        boolean isAll = written + found.size() == batches.size();
        return new Due(List.copyOf(found), !isKept, after(found), isAll ? ending : null, isAll);
    }

    private KeptRun.Events after(List<Batch> more) {
        long events = kept.count();
        long lost = kept.missing();
        for (Batch batch : more) {
            if (batch.content() == null) {
                lost += batch.events();
            } else {
                events += batch.events();
            }
        }
        long newest = more.isEmpty() ? kept.last() : more.get(more.size() - 1).last();
        return new KeptRun.Events(events, newest, lost, kept.bytes());
    }

    /** What was due is written, compressed to so many bytes; what nobody may want any more is forgotten. */
    void wrote(Due due, long compressedBytes) {
        synchronized (this) {
            written += due.batches.size();
            kept = new KeptRun.Events(
                    due.events.count(), due.events.last(), due.events.missing(), kept.bytes() + compressedBytes);
            isKept = true;
            waiting.giveBack(due.batches.stream().mapToLong(Batch::bytes).sum());
            while (written > 0 && bytes > KEPT_BYTES) {
                Batch oldest = batches.removeFirst();
                bytes -= oldest.bytes();
                forgotten = oldest.last();
                written--;
            }
        }
        known.tryEmitValue(begun.run());
    }

    /** It can't be kept at all; what was to be written is not any more. */
    void refuse(Throwable error) {
        synchronized (this) {
            waiting.giveBack(batches.stream().mapToLong(Batch::bytes).sum() + open.bytes());
            batches.clear();
            open = new BatchBytes.Writer();
        }
        known.tryEmitError(error);
    }

    /** The run's id, when the data base knows of it; fails where that can't be. */
    Mono<String> known() {
        return known.asMono();
    }

    /**
     * What whoever is at this number gets next of what is in memory.
     *
     * @param events the next ones; empty where there are none yet, or where they are not in memory any more
     * @param isOlder whether they have to be read
     * @param ending how it ended, where there is nothing more
     * @param change completes when there may be more
     */
    record Next(
            List<EncodedEvent> events,
            boolean isOlder,
            @Nullable RunEnding ending,
            Mono<Void> change) {}

    /** The events from this number on, of one batch, as far as they are in memory. */
    Next from(long seq) {
        Batch found;
        Mono<Void> more;
        synchronized (this) {
            more = change.asMono();
            if (seq <= forgotten) {
                return new Next(List.of(), true, null, more);
            }
            found = batches.stream()
                    .filter(batch -> batch.last() >= seq)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return new Next(List.of(), false, ending, more);
            }
        }
        return new Next(found.from(seq), false, null, more);
    }
}
