package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.RemoteUse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteMeterTest {

    private final List<Long> told = new ArrayList<>();
    private final StillRun run = new StillRun();
    private final RemoteMeter meter = new RemoteMeter(run, told::add);

    private void tell(long cpuNanos) {
        run.use(new RemoteUse(cpuNanos, 0, null, 0, 0));
        meter.tell();
    }

    @Test
    void whatWasUsedIsToldOnce() {
        meter.tell();
        tell(5);
        tell(5);
        tell(12);
        tell(10); // of a process that was lost, less is known
        tell(13);
        assertThat(told).containsExactly(5L, 7L, 1L);
    }
}
