package io.fluxlab.lecture.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.manager.ProcessSyncWorkload.Parameters;
import io.fluxlab.lecture.manager.SyncMoment.Condition;
import io.fluxlab.lecture.manager.SyncMoment.Event;
import io.fluxlab.lecture.manager.SyncMoment.Inside;
import io.fluxlab.lecture.manager.SyncMoment.OverRelease;
import io.fluxlab.lecture.manager.WorkerReport.Stay;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessSyncWorkloadTest extends WorkloadContract<Parameters> {

    private static List<Object> story = List.of();

    @Override
    protected Workload<Parameters> workload() {
        return new ProcessSyncWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("processes", 3, "permits", 1, "stays", 1, "stayMillis", 5, "items", 2);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("stays", 1000, "stayMillis", 60_000, "limitMillis", 7_200_000);
    }

    /** Processes, attempts and waits differ. */
    @Override
    protected Object lasting(Object item) {
        return switch ((SyncMoment) item) {
            case Inside inside -> List.of(inside.moment(), inside.stays());
            case OverRelease release -> release.refused();
            case Event event -> List.of(event.waiting(), event.early(), event.wentOn(), event.isSet());
            case Condition condition -> List.of(condition.taken(), condition.takenOfNothing(), condition.left());
        };
    }

    @Test
    void semaphoreLetsInAsManyProcessesAsItHasPermits() {
        List<Inside> inside = moments(Inside.class);

        assertThat(inside).extracting(Inside::moment).containsExactly("semaphore", "no-semaphore");
        assertThat(inside).extracting(Inside::stays).containsOnly(3);
        assertThat(inside.get(0).mostInside()).isEqualTo(1);
        assertThat(inside.get(1).mostInside()).isGreaterThan(1);
    }

    @Test
    void whatWasNotTakenCannotBeGivenBack() {
        assertThat(moments(OverRelease.class)).extracting(OverRelease::refused).containsExactly(true);
    }

    @Test
    void nobodyGoesOnBeforeTheEventIsSet() {
        assertThat(moments(Event.class)).singleElement().satisfies(event -> {
            assertThat(event.waiting()).isEqualTo(2);
            assertThat(event.early()).isZero();
            assertThat(event.wentOn()).isEqualTo(2);
            assertThat(event.isSet()).containsExactly(false, true, false);
            assertThat(event.waiters()).hasSize(2).doesNotContain(event.setBy());
        });
    }

    @Test
    void everyItemIsTakenOnce() {
        assertThat(moments(Condition.class)).singleElement().satisfies(condition -> {
            assertThat(condition.taken()).isEqualTo(4).isEqualTo(condition.added());
            assertThat(condition.takenOfNothing()).isZero();
            assertThat(condition.left()).isZero();
        });
    }

    @Test
    void mostAtOnceAreCountedWhenOneComes() {
        assertThat(SyncStory.mostAtOnce(List.of())).isZero();
        assertThat(SyncStory.mostAtOnce(List.of(new Stay(0, 10), new Stay(10, 20))))
                .isEqualTo(1);
        assertThat(SyncStory.mostAtOnce(List.of(new Stay(0, 10), new Stay(9, 20), new Stay(9, 9))))
                .isEqualTo(3);
    }

    private <T extends SyncMoment> List<T> moments(Class<T> type) {
        if (story.isEmpty()) {
            RunLog run = run("event-loop");
            assertThat(run.failures()).isEmpty();
            story = run.flatItems();
        }
        return story.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
