package io.fluxlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.diagnosis.Outline.Silence.How;
import io.fluxlab.diagnosis.Recorded.Kind;
import io.fluxlab.diagnosis.Recorded.Wait;
import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    @Test
    void threadsThatComputeAreCpuBoundAndParallelIsTriedWhereOneAtATimeDoes() {
        Finding finding = Cases.on("immediate")
                .started(1)
                .doing(Activity.RUNNING, 1)
                .cpu(1)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.CPU_BOUND);
        assertThat(finding.suspicion().at()).containsExactly("com.acme.Orders.save(Orders.java:0)");
        assertThat(finding.remedy()).isEqualTo(Remedy.lane("parallel"));
    }

    @Test
    void whereAllCpusAreBusyNothingIsTried() {
        Finding finding =
                Cases.on("parallel").started(2).doing(Activity.RUNNING, 2).finding();

        assertThat(finding.cause()).isEqualTo(Cause.CPU_BOUND);
        assertThat(finding.remedy()).isNull();
    }

    @Test
    void sleepersWaitAndMoreAtOnceIsTried() {
        Finding finding = Cases.on("parallel")
                .started(2)
                .doing(Activity.SLEEPING, 2)
                .cpu(0.01)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.WAITING);
        assertThat(finding.suspicion().detail()).isEqualTo("sleep");
        assertThat(finding.remedy()).isEqualTo(Remedy.lane("virtual"));
    }

    @Test
    void whereSomebodyHasBoundAPoolALargerOneIsTried() {
        Finding waiting = Cases.on("bounded-elastic:threads=2")
                .started(2)
                .doing(Activity.SLEEPING, 2)
                .cpu(0.01)
                .finding();
        Finding refused = Cases.on("bounded-elastic:threads=2:queue=4")
                .doing(Activity.RUNNING, 2)
                .failed(30, "task-failed", "Task capacity of bounded elastic scheduler reached while scheduling")
                .finding();

        assertThat(waiting.remedy()).isEqualTo(Remedy.lane("bounded-elastic:threads=64"));
        assertThat(refused.cause()).isEqualTo(Cause.POOL_EXHAUSTED);
        assertThat(refused.remedy()).isEqualTo(Remedy.lane("bounded-elastic:threads=64"));
    }

    @Test
    void tasksThatWaitForPermitsThatSeveralHaveAreLimitedToThese() {
        Finding finding = Cases.on("virtual")
                .started(64)
                .doing(Activity.SLEEPING, 16)
                .doing(Activity.ACQUIRING, 48)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.POOL_EXHAUSTED);
        assertThat(finding.remedy()).isEqualTo(Remedy.atMost("virtual", 16));
    }

    @Test
    void tasksThatLetEachOtherInAtAConditionGoOneByOneOrShareAPool() {
        assertThat(Cases.on("virtual")
                        .doing(Activity.SLEEPING, 1)
                        .doing(Activity.HELD_BACK, 7)
                        .finding()
                        .cause())
                .isEqualTo(Cause.SERIALISED);
        assertThat(Cases.on("virtual")
                        .doing(Activity.SLEEPING, 3)
                        .doing(Activity.HELD_BACK, 5)
                        .finding()
                        .cause())
                .isEqualTo(Cause.POOL_EXHAUSTED);
    }

    @Test
    void tasksThatAllWaitAtAConditionOrForAnElementWaitForSomethingElse() {
        assertThat(Cases.on("virtual").doing(Activity.HELD_BACK, 8).finding().cause())
                .isEqualTo(Cause.WAITING);
        assertThat(Cases.on("virtual").doing(Activity.ACQUIRING, 8).finding().cause())
                .isEqualTo(Cause.WAITING);
    }

    @Test
    void allThreadsOfAPoolThatSleepAreItsPlaces() {
        Finding finding = Cases.on("virtual")
                .doing(Activity.SLEEPING, null, Position.ELSEWHERE, "io", 3, 3)
                .doing(Activity.SUSPENDED, 5)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.POOL_EXHAUSTED);
        assertThat(finding.remedy()).isEqualTo(Remedy.atMost("virtual", 3));
    }

    @Test
    void tasksThatAPoolRefusedSaySo() {
        assertThat(Cases.on("virtual")
                        .doing(Activity.SLEEPING, 8)
                        .failed(30, "timeout", "Connection is not available, request timed out after 250ms")
                        .finding()
                        .cause())
                .isEqualTo(Cause.POOL_EXHAUSTED);
        assertThat(Cases.on("virtual")
                        .doing(Activity.SLEEPING, 8)
                        .failed(30, "task-failed", "boom")
                        .finding()
                        .cause())
                .isEqualTo(Cause.WAITING);
    }

    @Test
    void carriersThatAreHeldForMostOfTheTimePin() {
        Cases pinned = Cases.on("virtual")
                .doing(Activity.SLEEPING, 8)
                .waited(new Wait(
                        Kind.PINNED, "Native frame on stack", 1_500_000_000L, 40, List.of("com.acme.Sort.go")));

        assertThat(pinned.finding().cause()).isEqualTo(Cause.PINNED);
        assertThat(pinned.finding().remedy()).isEqualTo(Remedy.lane("bounded-elastic"));
        assertThat(Cases.on("virtual")
                        .doing(Activity.SLEEPING, 8)
                        .waited(new Wait(Kind.PINNED, "", 50_000_000L, 2, List.of()))
                        .finding()
                        .cause())
                .isEqualTo(Cause.WAITING);
    }

    @Test
    void threadsThatYieldSpin() {
        assertThat(Cases.on("parallel")
                        .started(2)
                        .doing(Activity.SPINNING, 2)
                        .finding()
                        .cause())
                .isEqualTo(Cause.SPINNING);
    }

    @Test
    void tasksThatFailBeforeAnythingIsSeenOfThemAreSaidToFail() {
        Suspicion found =
                Cases.on("virtual").failed(60, "task-failed", "boom").finding().suspicion();

        assertThat(found.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(found.detail()).isEqualTo("failed");
        assertThat(found.what()).isEqualTo("boom");
        assertThat(found.at()).isNotEmpty();
    }

    @Test
    void threadsThatCouldRunOnIdleCpusAndDoNotWaitInNativeCode() {
        Cases platform = Cases.on("parallel")
                .started(2)
                .doing(Activity.RUNNING, 2)
                .cpu(0.1)
                .kernel(0, 0, 1.8);
        Cases virtual = Cases.on("virtual")
                .started(2)
                .doing(Activity.RUNNING, 2)
                .cpu(0.1)
                .kernel(0, 0, 1.8);

        assertThat(platform.finding().cause()).isEqualTo(Cause.WAITING);
        assertThat(platform.finding().suspicion().detail()).isEqualTo("native");
        assertThat(virtual.finding().cause()).isEqualTo(Cause.PINNED);
        assertThat(virtual.finding().suspicion().detail()).isEqualTo("native");
        assertThat(platform.kernel(0, 0, 0.1).finding().cause()).isEqualTo(Cause.STARVED_MACHINE);
    }

    @Test
    void threadsThatCouldRunAndHardlyDoAreStarved() {
        Cases starved = Cases.on("parallel").started(2).doing(Activity.RUNNING, 2);

        assertThat(starved.cpu(0.3).finding().cause()).isEqualTo(Cause.STARVED_MACHINE);
        assertThat(starved.cpu(1.6).finding().cause()).isEqualTo(Cause.CPU_BOUND);
    }

    @Test
    void workOnOtherThreadsHasLeftTheLane() {
        Finding finding = Cases.on("immediate")
                .doing(Activity.RUNNING, null, Position.ELSEWHERE, "parallel", 2, 2)
                .doing(Activity.SUSPENDED, 6)
                .finding();

        assertThat(finding.cause()).isEqualTo(Cause.LEFT_THE_LANE);
        assertThat(finding.suspicion().what()).isEqualTo("parallel");
    }

    @Test
    void threadsThatWaitForWhatAPoolDoesCountAsTasksThatWaitForIt() {
        Finding several = Cases.on("virtual")
                .doing(Activity.SLEEPING, null, Position.ELSEWHERE, "io", 3, 3)
                .doing(Activity.PARKED, 5)
                .finding();
        Finding one = Cases.on("virtual")
                .doing(Activity.SLEEPING, null, Position.ELSEWHERE, "io", 1, 1)
                .doing(Activity.PARKED, 7)
                .finding();

        assertThat(several.cause()).isEqualTo(Cause.POOL_EXHAUSTED);
        assertThat(one.cause()).isEqualTo(Cause.SERIALISED);
    }

    @Test
    void runsThatAreCutOffWhileTheirTasksEndOneByOneAreTooLongAndNotSilent() {
        assertThat(Cases.on("parallel").silent(How.COMPUTE).finding().cause()).isEqualTo(Cause.SILENT);
        assertThat(Cases.on("parallel").silent(How.GO_ON).finding().cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(Cases.on("parallel").silent(How.GO_ON).finding().suspicion().detail())
                .isEqualTo("too-long");
    }

    @Test
    void silenceIsTheCauseWhateverElseIsSeen() {
        assertThat(Cases.on("immediate")
                        .silent(How.WAIT_FOR_DEMAND)
                        .finding()
                        .suspicion()
                        .detail())
                .isEqualTo("no-demand");
        assertThat(Cases.on("immediate")
                        .silent(How.WAIT)
                        .doing(Activity.SUSPENDED, 8)
                        .finding()
                        .cause())
                .isEqualTo(Cause.SILENT);
    }

    @Test
    void whereNothingIsSeenItIsUnknownAndSaysWhy() {
        assertThat(Cases.on("parallel").finding().suspicion().detail()).isEqualTo("too-short");

        Finding mixed = Cases.on("parallel")
                .started(2)
                .doing(Activity.RUNNING, 0.9)
                .doing(Activity.SPINNING, 0.2)
                .doing(Activity.SLEEPING, 0.9)
                .finding();
        assertThat(mixed.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(mixed.suspicion().detail()).isEqualTo("none");
        assertThat(mixed.ruledOut()).contains(Cause.CPU_BOUND, Cause.WAITING, Cause.SERIALISED);
    }
}
