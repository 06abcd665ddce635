package io.fluxlab.scenario;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.workload.Workload;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A lab with small workloads, and scripts for it. */
public final class Fixture {
    /** Tasks of {@code never} that are waiting. */
    public final AtomicInteger waiting = new AtomicInteger();

    public final Lab lab = LocalLab.builder()
            .workload(Workload.of("constant", () -> Map.of("value", 42)))
            .workload(Workload.of("kind", () -> Thread.currentThread().isVirtual() ? "virtual" : "platform"))
            .workload(Workload.of("sleeping", () -> {
                Thread.sleep(10);
                return "slept";
            }))
            .workload(Workload.of("faulty", () -> Mono.error(new IllegalStateException("broken on purpose"))))
            .workload(Workload.of("many", () -> Flux.range(0, 300_000)))
            .workload(Workload.of(
                    "never",
                    () -> Flux.never()
                            .doOnSubscribe(subscription -> waiting.incrementAndGet())
                            .doOnCancel(waiting::decrementAndGet)))
            .build();

    /** A script with these steps and conditions, as YAML. */
    public static String script(String steps, String... conditions) {
        var text =
                new StringBuilder("name: fixture\ntitle: A fixture\nexplain: {en: {predict: p, shows: s}}\nsteps:\n");
        steps.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("expect:\n");
        for (var condition : conditions) {
            text.append("  - {that: '").append(condition).append("', proves: ").append("it does}\n");
        }
        return text.toString();
    }

    /** That script, read. */
    public Scenario scenario(String steps, String... conditions) {
        return read(script(steps, conditions));
    }

    public Scenario read(String script) {
        return ScriptReader.on(LabListing.of(lab).block()).read("fixture.yaml", script);
    }
}
