package io.fluxlab.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fluxlab.lab.LocalLab;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ObservationsTest {

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final Observations observations = new Observations(registry, LocalLab.create());

    ObservationsTest() {
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                ended.add(context.toString());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
    }

    private Flux<Integer> observed(Flux<Integer> events) {
        return observations.observed(Activity.Kind.RUN, "primes", List.of("parallel"), events);
    }

    @Test
    void whatComesOfARunsEndIsNoPartOfIt() {
        StepVerifier.create(observed(Flux.just(1))
                        .count()
                        .doOnNext(count ->
                                assertThat(ended).singleElement().asString().contains("status='completed'")))
                .expectNext(1L)
                .verifyComplete();
        StepVerifier.create(observed(Flux.error(new IllegalStateException("on purpose")))
                        .doOnError(error ->
                                assertThat(ended).hasSize(2).last().asString().contains("status='failed'")))
                .verifyErrorMessage("on purpose");
    }

    @Test
    void aRunThatNobodyWantsAnyMoreIsCancelledOnce() {
        CountDownLatch begun = new CountDownLatch(1);

        StepVerifier.create(observed(Flux.<Integer>never().doOnSubscribe(asked -> begun.countDown())))
                .then(() -> assertThatNoException().isThrownBy(begun::await))
                .thenCancel()
                .verify(Duration.ofSeconds(30));

        assertThat(ended).singleElement().asString().contains("status='cancelled'");
    }
}
