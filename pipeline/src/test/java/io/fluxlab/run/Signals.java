package io.fluxlab.run;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it is told. Not thread-safe. */
final class Signals implements SignalSink {

    private final List<RunSignal> all = new ArrayList<>();
    private int drains;

    <S extends RunSignal> List<S> all(Class<S> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    int drains() {
        return drains;
    }

    @Override
    public void offer(RunSignal.Lossless signal) {
        all.add(signal);
    }

    @Override
    public void replace(ConflatedSignals.Place place, RunSignal.Newest signal) {
        all.add(signal);
    }

    @Override
    public void drain() {
        drains++;
    }
}
