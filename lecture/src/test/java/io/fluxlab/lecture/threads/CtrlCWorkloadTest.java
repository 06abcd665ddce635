package io.fluxlab.lecture.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.threads.CtrlC.Reaction;
import io.fluxlab.lecture.threads.CtrlC.Work;
import io.fluxlab.lecture.threads.CtrlCWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CtrlCWorkloadTest extends WorkloadContract<Parameters> {

    private static final int KILLED_BY_SIGINT = 130;

    @Override
    protected Workload<Parameters> workload() {
        return new CtrlCWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("limitMillis", 60_000);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("afterMillis", 3_600_000);
    }

    @Test
    void programThatDoesNothingAboutItEndsWhateverItsThreadsDo() {
        assertThat(programs())
                .filteredOn(program -> program.answer() == Reaction.NONE)
                .hasSize(3)
                .allSatisfy(program -> {
                    assertThat(program.exitStatus()).isEqualTo(KILLED_BY_SIGINT);
                    assertThat(program.said()).containsExactly(CtrlCProgram.READY);
                })
                .extracting(Interrupted::worker)
                .contains(Work.WAITS, Work.COMPUTES);
    }

    @Test
    void hookRunsBeforeTheEndWhileTheWorkerStillComputes() {
        Interrupted program = program(Reaction.HOOK);

        assertThat(program.heardOn()).isEqualTo("hook");
        assertThat(program.workerRan()).isTrue();
        assertThat(program.mainEnded()).isFalse();
        assertThat(program.exitStatus()).isEqualTo(KILLED_BY_SIGINT);
    }

    @Test
    void handlerRunsOnAThreadOfItsOwnAndCanInterruptMain() {
        Interrupted program = program(Reaction.INTERRUPTS_MAIN);

        assertThat(program.heardOn()).isEqualTo("SIGINT handler");
        assertThat(program.mainInterrupted()).isTrue();
        assertThat(program.workerDone()).isTrue();
        assertThat(program.mainEnded()).isTrue();
        assertThat(program.exitStatus()).isZero();
    }

    @Test
    void handlerThatTakesNoteIsAllThatHappens() {
        Interrupted program = program(Reaction.NOTES);

        assertThat(program.mainInterrupted()).isFalse();
        assertThat(program.mainEnded()).isTrue();
        assertThat(program.exitStatus()).isZero();
    }

    @Test
    void programThatIsNotReadyInTimeIsKilledAndNamed() {
        RunLog run = run("bounded-elastic", Map.of("limitMillis", 1));

        assertThat(run.failures()).hasSize(6).allMatch(message -> message.contains("the program to be ready"));
        await().untilAsserted(
                        () -> assertThat(ProcessHandle.current().descendants()).isEmpty());
    }

    private Interrupted program(Reaction answer) {
        return programs().stream()
                .filter(program -> program.answer() == answer)
                .findFirst()
                .orElseThrow();
    }

    private List<Interrupted> programs() {
        return run("bounded-elastic").flatItems().stream()
                .map(Interrupted.class::cast)
                .toList();
    }
}
