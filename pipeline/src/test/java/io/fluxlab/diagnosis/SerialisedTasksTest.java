package io.fluxlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.trail.PlaceOfWork.Position;
import org.junit.jupiter.api.Test;

class SerialisedTasksTest {

    @Test
    void manyThatWaitForOneThatSleepsGoThroughOneLock() {
        Finding finding = Cases.on("virtual")
                .doing(Activity.SLEEPING, 1)
                .doing(Activity.BLOCKED, 7)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.SERIALISED);
        assertThat(finding.suspicion().detail()).isEqualTo("lock");
        assertThat(finding.others()).containsExactly(Cause.WAITING);
        assertThat(finding.remedy()).isNull();
    }

    @Test
    void aFewThatWaitForALockNowAndThenAreNotSerialised() {
        Finding finding = Cases.on("virtual")
                .doing(Activity.SLEEPING, 7)
                .doing(Activity.BLOCKED, 1)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.WAITING);
        assertThat(finding.others()).isEmpty();
    }

    @Test
    void oneThreadWithTheWorkOfAllSerialisesThem() {
        Finding finding = Cases.on("virtual")
                .doing(Activity.SLEEPING, null, Position.ELSEWHERE, "writer", 1, 1)
                .doing(Activity.SUSPENDED, 7)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.SERIALISED);
        assertThat(finding.suspicion().what()).isEqualTo("writer");
    }

    @Test
    void anOperatorThatKeepsOrderSerialises() {
        Finding finding = Cases.on("event-loop")
                .doing(Activity.SUSPENDED, "filterWhen", Position.ELSEWHERE, "", 8, 0)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.SERIALISED);
        assertThat(finding.suspicion().detail()).isEqualTo("operator");
    }

    @Test
    void onePermitIsALock() {
        assertThat(Cases.on("virtual")
                        .doing(Activity.SLEEPING, 1)
                        .doing(Activity.ACQUIRING, 7)
                        .finding()
                        .cause())
                .isEqualTo(Cause.SERIALISED);
    }

    @Test
    void whereTwoTasksShareALockHalfOfTheirTimeIsAllThatOneCanWait() {
        assertThat(Cases.on("parallel")
                        .started(2)
                        .doing(Activity.RUNNING, 1.4)
                        .doing(Activity.BLOCKED, 0.6)
                        .finding()
                        .cause())
                .isEqualTo(Cause.SERIALISED);
        assertThat(Cases.on("virtual")
                        .started(8)
                        .doing(Activity.SLEEPING, 5.6)
                        .doing(Activity.BLOCKED, 2.4)
                        .finding()
                        .cause())
                .isEqualTo(Cause.WAITING);
    }

    @Test
    void sharedPoolThatHasOneThreadOnASmallMachineIsNotASingleThread() {
        Finding computing = Cases.on("event-loop")
                .doing(Activity.RUNNING, null, Position.ELSEWHERE, "ForkJoinPool.commonPool-worker", 1, 1)
                .doing(Activity.SUSPENDED, 7)
                .finding();
        Finding sleeping = Cases.on("event-loop")
                .doing(Activity.SLEEPING, null, Position.ELSEWHERE, "ForkJoinPool.commonPool-worker", 1, 1)
                .doing(Activity.PARKED, 7)
                .finding();

        assertThat(computing.cause()).isEqualTo(Cause.LEFT_THE_LANE);
        assertThat(sleeping.cause()).isEqualTo(Cause.SERIALISED);
    }
}
