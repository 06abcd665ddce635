package io.fluxlab.server;

import io.fluxlab.error.RejectedRequestException;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Has requests read on a few threads that are no event loops: connections in turn, and of each connection one request at a
 * time in the order of arrival, so that whoever sends much to read delays others by no more than one request. What waits is
 * bounded in bytes, for each connection and for all of them. Thread-safe.
 */
final class ReadingQueue {

    private static final int IDLE_SECONDS = 60;

    private final Scheduler scheduler;
    private final int threads;
    private final long mostBytesOfLine;
    private final long mostBytes;
    private final Deque<Line> ready = new ArrayDeque<>();
    private int busy;
    private long bytes;

    /**
     * A queue for these threads.
     *
     * @param scheduler has so many threads or more, as {@link #readers} has; whoever made it disposes of it
     * @param mostBytesOfLine what may wait of one connection, unless it is a single request
     * @param mostBytes what may wait altogether
     */
    ReadingQueue(Scheduler scheduler, int threads, long mostBytesOfLine, long mostBytes) {
        this.scheduler = scheduler;
        this.threads = threads;
        this.mostBytesOfLine = mostBytesOfLine;
        this.mostBytes = mostBytes;
    }

    /**
     * Threads that all take from one queue. Those of a bounded elastic scheduler have a queue each: what comes when one is
     * about to idle can be put behind what another is held up by.
     *
     * @param name of the threads, before their numbers
     * @param threads how many there are at most; they are daemons, and end when they idle
     */
    static Scheduler readers(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory(name, true));
        pool.allowCoreThreadTimeOut(true);
        return Schedulers.fromExecutorService(pool, name);
    }

    /** The requests of one connection. Guarded by the queue it is of. */
    static final class Line {

        private final Set<Waiting> waiting = new LinkedHashSet<>();
        private long bytes;
        private boolean isServed;
    }

    /** Bytes of all requests that wait. */
    synchronized long bytes() {
        return bytes;
    }

    /**
     * Has a request wait at the end of its connection's line.
     *
     * @throws RejectedRequestException where too much waits already
     */
    void enter(Waiting request) {
        if (admit(request)) {
            scheduler.schedule(this::serve);
        }
    }

    /** Whether another thread is needed. */
    private synchronized boolean admit(Waiting request) {
        Line line = request.line();
        long ofLine = line.bytes + request.bytes();
        if (ofLine > mostBytesOfLine && !line.waiting.isEmpty()) {
            throw RejectedRequestException.limit("waitingBytesPerConnection", mostBytesOfLine, ofLine);
        }
        if (bytes + request.bytes() > mostBytes && bytes > 0) {
            throw RejectedRequestException.limit("waitingBytes", mostBytes, bytes + request.bytes());
        }
        line.waiting.add(request);
        count(line, request.bytes());
        if (line.isServed || line.waiting.size() > 1) {
            return false;
        }
        ready.addLast(line);
        boolean isThreadFree = busy < threads;
        busy += isThreadFree ? 1 : 0;
        return isThreadFree;
    }

    /** Forgets a request that nobody wants answered any more. */
    synchronized void leave(Waiting request) {
        Line line = request.line();
        if (line.waiting.remove(request)) {
            count(line, -request.bytes());
            if (line.waiting.isEmpty()) {
                ready.remove(line);
            }
        }
    }

    private void count(Line line, long more) {
        line.bytes += more;
        bytes += more;
    }

    private void serve() {
        for (Waiting next = next(null); next != null; next = next(next.line())) {
            next.take();
        }
    }

    /** The request whose turn it is, after one of a line that was served; null where none waits. */
    private synchronized @Nullable Waiting next(@Nullable Line served) {
        if (served != null) {
            served.isServed = false;
            if (!served.waiting.isEmpty()) {
                ready.addLast(served);
            }
        }
        Line line = ready.pollFirst();
        if (line == null) {
            busy--;
            return null;
        }
        Iterator<Waiting> waiting = line.waiting.iterator();
        Waiting next = waiting.next();
        waiting.remove();
        count(line, -next.bytes());
        line.isServed = true;
        return next;
    }
}
