package io.fluxlab.server.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Something that is made of files, and made anew when one of them changes. Where that fails, the old one goes on and the
 * log says why, once for each change. Thread-safe.
 *
 * <p>Files are looked at in intervals: a notification of the file system would miss what is mounted or linked from
 * elsewhere.
 */
public final class Reloading<T> implements Disposable {

    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

    private final List<Path> files;
    private final Supplier<? extends T> reader;
    private final Sinks.Many<T> changes = Sinks.many().multicast().directBestEffort();
    private final Disposable looking;
    /** Touched by the scheduler alone, once it looks. */
    private List<FileStamp> stamps;

    private volatile T current;

    private Reloading(List<Path> files, Supplier<? extends T> reader, Scheduler scheduler, Duration interval) {
        this.files = files;
        this.reader = reader;
        this.stamps = stamps();
        this.current = reader.get();
        this.looking = scheduler.schedulePeriodically(
                this::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Reads now, on this thread, and from then on where the scheduler says.
     *
     * @param reader reads the files; what it throws now is thrown on
     * @param interval how often to look whether a file has changed
     */
    public static <T> Reloading<T> of(
            List<Path> files, Supplier<? extends T> reader, Scheduler scheduler, Duration interval) {
        return new Reloading<>(List.copyOf(files), reader, scheduler, interval);
    }

    /** What the files said when they could last be read. */
    public T current() {
        return current;
    }

    /** What the files say now, at once, and whatever they say later, on the scheduler; never ends. */
    public Flux<T> values() {
        return Flux.merge(changes.asFlux(), Mono.fromSupplier(this::current)); // in this order nothing is missed
    }

    private void look() {
        List<FileStamp> now = stamps();
        if (now.equals(stamps)) {
            return;
        }
        stamps = now;
        try {
            current = reader.get();
        } catch (RuntimeException e) {
            LOG.warn("{} changed and can't be used, what was read before stays in force: {}", files, e.getMessage());
            return;
        }
        LOG.info("{} changed and was read again", files);
        changes.tryEmitNext(current);
    }

    private List<FileStamp> stamps() {
        return files.stream().map(FileStamp::of).toList();
    }

    /** Looks no more. */
    @Override
    public void dispose() {
        looking.dispose();
    }
}
