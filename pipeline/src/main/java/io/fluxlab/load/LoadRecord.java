package io.fluxlab.load;

import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyHistogram;
import io.fluxlab.measure.LatencyHistogram.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps what becomes of a run's tasks under load. Thread-safe. */
public final class LoadRecord {

    /** One sample in so many is told. */
    private static final int TOLD = 5;

    private final OfferedLoad load;
    private final LatencyHistogram latencies = new LatencyHistogram();
    private final List<BacklogSample> samples = new ArrayList<>();
    private int failed;
    private int missed;
    private long firstEndNanos = Long.MAX_VALUE;
    private long lastEndNanos;

    /** Of this load. */
    public LoadRecord(OfferedLoad load) {
        this.load = load;
    }

    /** A task has ended well; times are nanoseconds since the run's start. */
    public synchronized void served(long dueNanos, long endNanos) {
        latencies.record(endNanos - dueNanos);
        missed += endNanos - dueNanos > load.deadlineNanos() ? 1 : 0;
        ended(endNanos);
    }

    /** A task has failed. */
    public synchronized void failed(long endNanos) {
        failed++;
        ended(endNanos);
    }

    /** How many tasks are on their way. */
    public synchronized void sample(BacklogSample sample) {
        samples.add(sample);
    }

    private void ended(long endNanos) {
        firstEndNanos = Math.min(firstEndNanos, endNanos);
        lastEndNanos = Math.max(lastEndNanos, endNanos);
    }

    /** Whether ever more tasks are on their way, so far. */
    public synchronized boolean grows() {
        return trend().grows();
    }

    private BacklogTrend trend() {
        return BacklogTrend.of(samples, load.schedule().size(), firstEndNanos);
    }

    /** Fewer samples, of as many as are looked at. */
    private List<BacklogSample> told() {
        return IntStream.range(0, samples.size())
                .filter(i -> i % TOLD == 0)
                .mapToObj(samples::get)
                .toList();
    }

    /** What came of it, once every task has ended or is not waited for. */
    public synchronized LoadSummary summary(int overflowed, Latency sending) {
        int arrivals = load.schedule().size();
        int served = (int) latencies.count();
        BacklogTrend trend = trend();
        int unserved = arrivals - overflowed - served - failed;
        boolean keepsUp = !trend.grows() && overflowed == 0 && unserved == 0;
        boolean isTold = keepsUp && (served > 0 || failed == 0);
        double seconds = Math.max(load.schedule().nanos(), lastEndNanos) / 1e9;
        return new LoadSummary(
                arrivals,
                served,
                failed,
                overflowed,
                unserved,
                load.load().deadline() == null ? null : (Integer) missed,
                keepsUp,
                trend.perSecond(),
                arrivals / (load.schedule().nanos() / 1e9),
                served / seconds,
                isTold ? latencies.profile() : null,
                isTold ? judged(load.load().judgedBy()) : null,
                isTold && !load.also().isEmpty()
                        ? load.also().stream().map(this::judged).toList()
                        : null,
                sending,
                told());
    }

    private LoadSummary.Judged judged(Quantile by) {
        Range range = latencies.interval(by.part());
        return new LoadSummary.Judged(
                by.text(),
                latencies.at(by.part()),
                range.lowNanos(),
                range.highNanos(),
                latencies.count(),
                by.enough());
    }
}
