package io.fluxlab.lecture.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.locks.SemaphoreWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemaphoreWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new SemaphoreWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("guests", 12, "permits", 3, "stayMillis", 5);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("guests", 12, "permits", 3, "stayMillis", 3_600_000);
    }

    @Override
    protected Object lasting(Object item) {
        return ((Visit) item).guest();
    }

    @RepeatedTest(5)
    void noMoreAreInsideThanThereArePermitsAndSoManyAre() {
        assertThat(most("semaphore", 20, 5, "virtual")).isEqualTo(5);
        assertThat(most("flat-map", 20, 5, "event-loop")).isEqualTo(5);
    }

    /** What counts them would see more: it does where there are as many permits as guests. */
    @ParameterizedTest
    @CsvSource({"semaphore, virtual", "flat-map, event-loop", "flat-map, immediate"})
    void allAreInsideWhereThereIsAPermitForEach(String style, String lane) {
        assertThat(most(style, 20, 20, lane)).isEqualTo(20);
    }

    @Test
    void flatMapLetsAsManyInWithoutAThreadForEach() {
        assertThat(visits("flat-map", 20, 5, "event-loop").stream()
                        .map(Visit::thread)
                        .distinct())
                .singleElement()
                .asString()
                .startsWith("fluxlab-event-loop-home");
    }

    @Test
    void everyGuestComesInOnce() {
        List<Integer> everyone = IntStream.range(0, 20).boxed().toList();

        assertThat(visits("semaphore", 20, 5, "virtual"))
                .extracting(Visit::guest)
                .containsExactlyElementsOf(everyone);
        assertThat(visits("flat-map", 20, 5, "virtual"))
                .extracting(Visit::guest)
                .containsExactlyInAnyOrderElementsOf(everyone);
    }

    @Test
    void oneReleaseTooManyIsAnErrorAndAddsNoPermit() {
        Object item =
                run("parallel", Map.of("style", "over-release")).flatItems().get(0);

        assertThat(item).isEqualTo(new OverRelease(5, true, "Semaphore released too many times", 5, 6));
    }

    private int most(String style, int guests, int permits, String lane) {
        return visits(style, guests, permits, lane).stream()
                .mapToInt(Visit::inside)
                .max()
                .orElseThrow();
    }

    private List<Visit> visits(String style, int guests, int permits, String lane) {
        Map<String, Object> parameters =
                Map.of("style", style, "guests", guests, "permits", permits, "stayMillis", 100);
        return run(lane, parameters).flatItems().stream().map(Visit.class::cast).toList();
    }
}
