package io.fluxlab.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.trail.HopPath.Stop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class HopsTest {

    private final List<HopPath> paths = new CopyOnWriteArrayList<>();

    @Test
    void pathLeadsFromWhereItWasSubscribedOverEveryScheduler() {
        List<Integer> items = Flux.range(0, 5)
                .map(i -> i + 1)
                .subscribeOn(Schedulers.boundedElastic())
                .publishOn(Schedulers.parallel())
                .map(i -> i * 2)
                .transform(Hops.to(paths::add))
                .collectList()
                .block();

        assertThat(items).containsExactly(2, 4, 6, 8, 10);
        assertThat(paths).singleElement().satisfies(path -> {
            assertThat(path.stops()).extracting(Stop::via).containsExactly(null, "subscribeOn", "publishOn");
            assertThat(path.stops().get(0).thread())
                    .isEqualTo(Thread.currentThread().getName());
            assertThat(path.stops().get(1).thread()).startsWith("boundedElastic-");
            assertThat(path.stops().get(2).thread()).startsWith("parallel-");
            assertThat(path.stops()).extracting(Stop::items).containsExactly(0L, 0L, 5L);
            assertThat(path.toString())
                    .matches(".* ─subscribeOn→ boundedElastic-\\d+ \\(.*\\) ─publishOn→ parallel-\\d+"
                            + " \\(.*, 5 items\\)");
        });
    }

    @Test
    void withoutASchedulerItStaysWhereItIs() {
        watch(Flux.range(0, 3));

        assertThat(shapes()).containsExactly(ThreadNames.groupOf(Thread.currentThread()));
        assertThat(paths.get(0).stops().get(0).items()).isEqualTo(3);
    }

    @Test
    void timersLeadToParallel() {
        watch(Mono.just(1).delayElement(Duration.ofMillis(1)));

        assertThat(paths.get(0).stops()).extracting(Stop::via).containsExactly(null, "delayElement");
        assertThat(paths.get(0).stops().get(1).thread()).startsWith("parallel-");
    }

    @Test
    void publishersThatAreMadeOnTheWayAreFollowed() {
        watch(Mono.just(1)
                .hide()
                .publishOn(Schedulers.single())
                .flatMap(i -> Mono.fromCallable(() -> i).subscribeOn(Schedulers.boundedElastic())));

        assertThat(paths.get(0).stops()).extracting(Stop::via).containsExactly(null, "publishOn", "subscribeOn");
    }

    @Test
    void threadsThatAreNoSchedulersAreSeenAtTheEnd() {
        watch(Mono.create(sink -> Thread.ofPlatform().name("client-1").start(() -> sink.success(1))));

        assertThat(paths.get(0).stops()).extracting(Stop::via).containsExactly(null, "?");
        assertThat(paths.get(0).stops().get(1).thread()).isEqualTo("client-1");
    }

    @Test
    void manyItemsToAndFroMakeNoLongPath() {
        watch(Flux.range(0, 10_000).subscribeOn(Schedulers.boundedElastic()).publishOn(Schedulers.parallel(), 4));

        assertThat(paths.get(0).stops()).hasSize(3);
        assertThat(paths.get(0).stops().get(2).items()).isEqualTo(10_000);
    }

    @Test
    void pathsOfOneShapeAddUp() {
        watch(Mono.just(1).subscribeOn(Schedulers.parallel()));
        watch(Mono.just(1).subscribeOn(Schedulers.parallel()));

        HopPath sum = paths.get(0).plus(paths.get(1));
        assertThat(paths.get(0).shape()).isEqualTo(paths.get(1).shape());
        assertThat(sum.tasks()).isEqualTo(2);
        assertThat(sum.stops().get(1).items()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "reactor.core.publisher.FluxPublishOn$PublishOnSubscriber, publishOn",
        "reactor.core.publisher.MonoSubscribeOnCallable, subscribeOn",
        "reactor.core.publisher.MonoDelayElement$DelayElementSubscriber$$Lambda/0x01, delayElement",
        "reactor.core.publisher.ParallelRunOn$RunOnSubscriber, runOn",
        "com.acme.Work$$Lambda, schedule"
    })
    void operatorIsToldFromItsClass(String className, String operator) {
        assertThat(ScheduleHook.operator(className)).isEqualTo(operator);
    }

    private void watch(Publisher<Integer> source) {
        Hops.of(source, paths::add).blockLast(Duration.ofSeconds(10));
    }

    private List<String> shapes() {
        return paths.get(0).stops().stream()
                .map(stop -> ThreadNames.groupOf(stop.thread()))
                .toList();
    }
}
