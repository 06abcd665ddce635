package io.fluxlab.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class LeakCheckTest {
    @Test
    void classThatLosesABufferFailsAndNamesWhereItWasMade() {
        var results = run(LosesABuffer.class);

        results.containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container(LosesABuffer.class),
                                finishedWithFailure(message(text ->
                                        text.startsWith("1 leaked: ByteBuf") && text.contains("LosesABuffer.lose")))));
    }

    @Test
    void classThatReleasesItsBuffersPasses() {
        var results = run(ReleasesItsBuffers.class);

        assertThat(results.allEvents().failed().count()).isZero();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void leakIsBlamedOnItsOwnClassOnly() {
        run(LosesABuffer.class);

        assertThat(run(ReleasesItsBuffers.class).allEvents().failed().count()).isZero();
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .selectors(selectClass(tests))
                .execute();
    }

    static class LosesABuffer {
        @Test
        void lose() {
            PooledByteBufAllocator.DEFAULT.buffer(16);
        }
    }

    static class ReleasesItsBuffers {
        @Test
        void release() {
            PooledByteBufAllocator.DEFAULT.buffer(16).release();
        }
    }
}
