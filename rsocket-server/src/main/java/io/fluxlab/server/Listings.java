package io.fluxlab.server;

import io.fluxlab.lab.Lab;
import io.fluxlab.library.ScenarioLibrary;
import io.fluxlab.wire.WireFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a lab lists, read when somebody first asks for it and encoded once in each format: a thousand streams that nobody
 * reads share the same bytes. An error is not kept. Thread-safe.
 */
final class Listings {

    /** An event that is encoded already; its bytes are shared and never written to. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Encoded(byte[] bytes) {}

    private final Map<WireFormat, Mono<List<Encoded>>> workloads;
    private final Map<WireFormat, Mono<List<Encoded>>> lanes;
    private final Map<WireFormat, Mono<List<Encoded>>> scenarios;

    Listings(Lab lab, ScenarioLibrary library) {
        this.workloads = inEachFormat(Flux.defer(lab::workloads));
        this.lanes = inEachFormat(Flux.defer(lab::lanes));
        this.scenarios = inEachFormat(Flux.defer(library::list));
    }

    private static Map<WireFormat, Mono<List<Encoded>>> inEachFormat(Flux<?> list) {
        return Arrays.stream(WireFormat.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        format -> encoded(list, format),
                        (one, other) -> one,
                        () -> new EnumMap<>(WireFormat.class)));
    }

    private static Mono<List<Encoded>> encoded(Flux<?> list, WireFormat format) {
        return list.map(each -> new Encoded(format.write(each)))
                .collectList()
                .map(List::copyOf)
                .cacheInvalidateIf(neverOld -> false);
    }

    /** The workloads, one event each; lazy. */
    Flux<Encoded> workloads(WireFormat format) {
        return in(format, workloads);
    }

    /** The lanes, one event each; lazy. */
    Flux<Encoded> lanes(WireFormat format) {
        return in(format, lanes);
    }

    /** The scenarios, one event each; lazy. */
    Flux<Encoded> scenarios(WireFormat format) {
        return in(format, scenarios);
    }

    private static Flux<Encoded> in(WireFormat format, Map<WireFormat, Mono<List<Encoded>>> lists) {
        return Objects.requireNonNull(lists.get(format), "every format has a list")
                .flatMapIterable(Function.identity());
    }
}
