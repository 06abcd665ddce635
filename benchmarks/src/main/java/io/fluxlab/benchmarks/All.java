package io.fluxlab.benchmarks;

import java.util.List;
import java.util.Optional;

/** All benchmarks, in the order of their table. */
final class All {

    private static final List<Benchmark> BENCHMARKS = List.of(
            new CpuEfficiency(),
            new RunOverhead(),
            new HopsOverhead(),
            new CanariesCost(),
            new EmptyTask(),
            new ArrivalsKept(),
            new Keeping(),
            new Sleeps(),
            new ProcessStart(),
            new ProcessTrip(),
            new ProcessEfficiency(),
            new ClusterTrip(),
            new ClusterEfficiency(),
            new ClusterFaults(),
            new ClusterCrowd(),
            new ClusterStar(),
            new WireItems(),
            new WireEvents(),
            new SieveSpeed(),
            new JmhAgreement(),
            new FirstEvent(),
            new WorstRequest(),
            new StartUp(),
            new Watching(),
            new AgainstItself());

    private All() {}

    static List<String> names() {
        return BENCHMARKS.stream().map(Benchmark::name).toList();
    }

    static Optional<Benchmark> named(String name) {
        return BENCHMARKS.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
