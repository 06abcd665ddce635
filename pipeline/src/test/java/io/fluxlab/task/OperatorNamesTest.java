package io.fluxlab.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OperatorNamesTest {

    private static final Flux<Integer> SOURCE = Flux.range(0, 10).hide();

    static Stream<Flux<?>> oneByOne() {
        return Stream.of(
                SOURCE.flatMap(i -> Mono.never(), 1),
                SOURCE.flatMapSequential(i -> Mono.never(), 1),
                Flux.merge(SOURCE.map(i -> Mono.never()), 1),
                Flux.mergeSequential(SOURCE.map(i -> Mono.never()), 1, 1));
    }

    static Stream<Flux<?>> several() {
        return Stream.of(
                SOURCE.flatMap(i -> Mono.never(), 2),
                SOURCE.flatMapSequential(i -> Mono.never(), 2),
                Flux.merge(SOURCE.map(i -> Mono.never()), 2),
                Flux.merge(Mono.never(), Mono.never()),
                Flux.mergeSequential(Mono.never(), Mono.never()));
    }

    @ParameterizedTest
    @MethodSource("oneByOne")
    void operatorsThatAreToldToGoOneByOneSaySo(Flux<?> pipeline) {
        assertThat(OperatorNames.of(null, pipeline)).anyMatch(name -> name.endsWith("(1)"));
        assertThat(subscribed(pipeline)).anyMatch(name -> name.endsWith("(1)"));
    }

    @ParameterizedTest
    @MethodSource("several")
    void operatorsThatSubscribeToSeveralAreWhatReactorCallsThem(Flux<?> pipeline) {
        assertThat(OperatorNames.of(null, pipeline)).noneMatch(name -> name.endsWith("(1)"));
        assertThat(subscribed(pipeline)).isNotEmpty().noneMatch(name -> name.endsWith("(1)"));
    }

    @Test
    void whatReactorMakesOfDelaysIsCalledWhatItsUserCallsIt() {
        Flux<Integer> paced = SOURCE.delayElements(Duration.ofMinutes(1));
        Flux<Integer> held = SOURCE.delayUntil(i -> Mono.never());
        Flux<Integer> mapped = SOURCE.concatMap(i -> Mono.never());

        assertThat(subscribed(paced)).contains("delayElements");
        assertThat(OperatorNames.of(null, paced)).contains("delayElements");
        assertThat(subscribed(held)).contains("delayUntil");
        assertThat(subscribed(mapped)).contains("concatMap");
    }

    /** As it is once a task waits for it. */
    private static List<String> subscribed(Flux<?> pipeline) {
        Task task = new Task();
        pipeline.subscribe(task);
        List<String> names = OperatorNames.of(task.upstream(), null);
        task.cancel();
        return names;
    }

    private static final class Task extends BaseSubscriber<Object> {
        @Override
        public Subscription upstream() {
            return super.upstream();
        }
    }
}
