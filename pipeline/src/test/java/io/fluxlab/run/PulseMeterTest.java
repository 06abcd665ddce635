package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.canary.Canaries;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.run.RunSignal.VitalSigns;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PulseMeterTest {

    private final StillRun run = new StillRun();
    private final PulseMeter meter = new PulseMeter(
            run.context(Tasks.of(1, (task, context) -> Mono.empty())),
            new Observation(run.time(), Optional.empty(), Canaries.NONE, new Bystanders().enter(), "still-home"));

    @Test
    void cpusAreThoseOfTheTimeSinceThePreviousLookHereAndElsewhere() {
        run.use(use(Duration.ofHours(1)));
        meter.start();
        run.pass(Duration.ofHours(1));
        run.use(use(Duration.ofHours(6)));

        VitalSigns first = meter.look();
        run.pass(Duration.ofHours(1));
        VitalSigns second = meter.look();

        assertThat(first.cpus()).isBetween(5.0, 5.5);
        assertThat(second.cpus()).isBetween(0.0, 0.5);
        assertThat(first.atNanos()).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(first.bystander()).isEqualTo(Latency.NONE);
    }

    @Test
    void threadsAndHeapCountThoseElsewhere() {
        run.use(new RemoteUse(0, 0, 0L, 10_000, 1L << 50));
        meter.start();

        VitalSigns signs = meter.look();

        assertThat(signs.threads()).isBetween(10_001, 19_999);
        assertThat(signs.heapBytes()).isGreaterThan(1L << 50);
    }

    private static RemoteUse use(Duration cpuTime) {
        return new RemoteUse(cpuTime.toNanos(), 0, 0L, 0, 0);
    }
}
