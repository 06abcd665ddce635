package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.library.ScenarioLibrary;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.server.Listings.Encoded;
import io.fluxlab.wire.WireFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ListingsTest {

    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void allWhoAskShareTheSameBytes(WireFormat format) {
        Listings listings = new Listings(LocalLab.create(), ScenarioLibrary.EMPTY);
        List<Encoded> first = listings.workloads(format).collectList().block();
        List<Encoded> second = listings.workloads(format).collectList().block();
        assertThat(first).isNotEmpty();
        assertThat(second)
                .usingElementComparator((one, other) -> one == other ? 0 : 1)
                .isEqualTo(first);
    }

    @Test
    void anErrorIsNotKeptAndAListIs() {
        Listings listings = new Listings(new Lateness(LocalLab.create(), asked), ScenarioLibrary.EMPTY);
        StepVerifier.create(listings.lanes(WireFormat.JSON)).verifyErrorMessage("not yet");
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(listings.lanes(WireFormat.JSON))
                    .expectNextCount(1)
                    .verifyComplete();
        }
        assertThat(asked).hasValue(2);
    }

    /** A lab whose first list of lanes is an error. */
    private record Lateness(Lab lab, AtomicInteger asked) implements Lab {

        @Override
        public Flux<WorkloadInfo> workloads() {
            return lab.workloads();
        }

        @Override
        public Flux<LaneInfo> lanes() {
            return asked.getAndIncrement() == 0
                    ? Flux.error(new IllegalStateException("not yet"))
                    : lab.lanes().take(1);
        }

        @Override
        public Flux<RunEvent> run(RunRequest request) {
            return lab.run(request);
        }

        @Override
        public Flux<RunEvent> steer(RunRequest request, Publisher<SteerCommand> commands) {
            return lab.steer(request, commands);
        }

        @Override
        public Flux<ComparisonEvent> compare(ComparisonRequest request) {
            return lab.compare(request);
        }

        @Override
        public Flux<CapacityEvent> capacity(CapacityRequest request) {
            return lab.capacity(request);
        }
    }
}
