package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.Recommendation;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.verdict.Warning;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a comparison says of work that was not done on its lanes. */
class StrayWorkTest {

    private static final int TASKS = 64;

    @Test
    void workThatPublishesOnTheSharedSchedulerLeavesEveryLane() {
        Verdict verdict = verdict(
                () -> Flux.range(0, 3).publishOn(Schedulers.parallel()).map(i -> call()), "immediate", "virtual");

        assertThat(warning(verdict, "left-the-lane"))
                .startsWith("64 of 64 tasks ended on Schedulers.parallel(), which this application shares with every"
                        + " timer (lanes: immediate, virtual).");
        assertThat(verdict.lanes())
                .extracting(LaneVerdict::outcome)
                .containsExactly(Outcome.BASELINE, Outcome.CANT_TELL);
        assertThat(verdict.recommended()).isNull();
        assertThat(verdict.abstained()).isEqualTo("left-the-lane");
        assertThat(verdict.recommendation()).isNull();
    }

    @Test
    void delayGoesOnOnParallel() {
        Verdict verdict =
                verdict(() -> Mono.just(1).delayElement(Duration.ofMillis(2)), "event-loop", "bounded-elastic");

        assertThat(warning(verdict, "left-the-lane")).contains("64 of 64 tasks ended on Schedulers.parallel()");
        assertThat(verdict.abstained()).isEqualTo("left-the-lane");
    }

    @Test
    void callInMonoJustIsWorkAtAssembly() {
        Verdict eager =
                verdict(() -> Mono.just(call()).subscribeOn(Schedulers.boundedElastic()), "immediate", "virtual");
        Verdict lazy = verdict(
                () -> Mono.fromCallable(StrayWorkTest::call).subscribeOn(Schedulers.boundedElastic()),
                "immediate",
                "virtual");

        assertThat(warning(eager, "work-at-assembly")).contains("before anything was subscribed");
        assertThat(lazy.warnings()).extracting(Warning::code).doesNotContain("work-at-assembly");
        assertThat(warning(lazy, "left-the-lane"))
                .startsWith("64 of 64 tasks ended on Schedulers.boundedElastic(), which the whole application shares");
    }

    @Test
    void monoThatWasBuiltOnceOutsideDidItsWorkBefore() {
        Mono<Integer> built = Mono.just(call());

        Verdict verdict = verdict(() -> built, "immediate", "virtual");

        assertThat(warning(verdict, "nothing-to-do")).contains("the body did nothing, the work was done before it");
    }

    @Test
    void workThatStaysIsRecommendedWithTheLineToWrite() {
        Verdict verdict = verdict(
                () -> Mono.fromCallable(StrayWorkTest::call),
                // as many rounds as it takes to tell, which are more on a busy machine
                request -> request.maxTimeMillis(40_000L),
                "immediate",
                "parallel");

        assertThat(verdict.warnings())
                .extracting(Warning::code)
                .doesNotContain("left-the-lane", "work-at-assembly", "nothing-to-do");
        assertThat(verdict.recommended()).isEqualTo("parallel");
        Recommendation recommendation = verdict.recommendation();
        assertThat(recommendation).isNotNull();
        assertThat(recommendation.code())
                .isEqualTo("Scheduler scheduler = Schedulers.newParallel(\"body\"); // once\n"
                        + "body.subscribeOn(scheduler)");
        assertThat(recommendation.note()).contains("not Schedulers.parallel(): every timer");
    }

    private static String warning(Verdict verdict, String code) {
        return verdict.warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .map(Warning::message)
                .findFirst()
                .orElse("no " + code + " in " + verdict.warnings());
    }

    private static Verdict verdict(Supplier<? extends Publisher<?>> body, String... lanes) {
        return verdict(body, request -> request.rounds(5, 1), lanes);
    }

    private static Verdict verdict(
            Supplier<? extends Publisher<?>> body, UnaryOperator<ComparisonRequest> length, String... lanes) {
        LocalLab lab =
                LocalLab.builder().workload(Workload.of("body", body::get)).build();

        ComparisonRequest request = ComparisonRequest.of("body")
                .with(Map.of("tasks", TASKS, "calls", 1))
                .on(lanes);
        ComparisonEvent last = lab.compare(length.apply(request)).blockLast(Duration.ofMinutes(1));
        return ((ComparisonEvent.Verdict) last).verdict();
    }

    private static int call() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        return 1;
    }
}
