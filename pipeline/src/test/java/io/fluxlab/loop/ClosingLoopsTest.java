package io.fluxlab.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClosingLoopsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ClosingLoops loops = ClosingLoops.of("loops-test", 2);

    @Test
    void endWhoeverAsksForItAndHoweverOften() {
        EventLoopGroup group = loops.group();

        loops.close(PATIENCE).block(PATIENCE);
        loops.close(PATIENCE).block(PATIENCE);

        assertThat(group.isTerminated()).isTrue();
    }

    @Test
    void thoseThatNeverBeganHaveNothingToEnd() {
        loops.close(PATIENCE).block(PATIENCE);

        assertThat(loops.group().terminationFuture().awaitUninterruptibly(PATIENCE.toMillis()))
                .isTrue();
    }
}
