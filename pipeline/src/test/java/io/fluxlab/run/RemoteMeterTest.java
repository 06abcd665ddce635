package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.measure.RemoteUse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RemoteMeterTest {

    private final List<Long> told = new ArrayList<>();
    private RemoteUse use = RemoteUse.NONE;

    private final RemoteMeter meter = new RemoteMeter(
            new LaneSession() {
                @Override
                public Strand strand() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int peakThreads() {
                    return 0;
                }

                @Override
                public Mono<Void> close() {
                    return Mono.empty();
                }

                @Override
                public RemoteUse remoteUse() {
                    return use;
                }
            },
            told::add);

    private void tell(long cpuNanos) {
        use = new RemoteUse(cpuNanos, 0, null, 0, 0);
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
