package io.fluxlab.lecture.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.processes.Memory.AmongProcesses;
import io.fluxlab.lecture.processes.Memory.AmongThreads;
import io.fluxlab.lecture.processes.ProcessesWorkload.Parameters;
import io.fluxlab.lecture.processes.StartAndJoin.Ending;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class ProcessesWorkloadTest extends WorkloadContract<Parameters> {

    private static final String LANE = "event-loop";

    @Override
    protected Workload<Parameters> workload() {
        return new ProcessesWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("processes", 3, "value", 7, "workMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("workMillis", 3_600_000);
    }

    @Override
    protected Object lasting(Object item) {
        if (item instanceof AmongProcesses seen) {
            return List.of(seen.before(), seen.seenByWriter(), seen.seenByOthers(), seen.seenByParent());
        }
        return item instanceof AmongThreads seen ? List.of(seen.seen(), seen.seenByChildren()) : item;
    }

    @Test
    void whatAChildChangesIsUnchangedEverywhereElse() {
        AmongProcesses seen = items(AmongProcesses.class).findFirst().orElseThrow();

        assertThat(seen.seenByWriter()).isEqualTo(7).isEqualTo(seen.written());
        assertThat(seen.before()).isZero();
        assertThat(seen.seenByParent()).isZero();
        assertThat(seen.seenByOthers()).containsExactly(0, 0);
        assertThat(Stream.concat(Stream.of(seen.parent(), seen.writer()), seen.others().stream()))
                .hasSize(4)
                .doesNotHaveDuplicates()
                .contains(ProcessHandle.current().pid());
    }

    @Test
    void whatAThreadChangesIsSeenByTheThreadsOfItsProcessAlone() {
        AmongThreads seen = items(AmongThreads.class).findFirst().orElseThrow();

        assertThat(seen.before()).isZero();
        assertThat(seen.seen()).isEqualTo(8).isEqualTo(seen.written());
        assertThat(seen.reader()).isNotEqualTo(seen.writer());
        assertThat(seen.seenByChildren()).containsExactly(7, 0, 0);
    }

    @Test
    void aChildThatIsNeverStartedDoesNothing() {
        assertThat(ending(Omission.START))
                .isEqualTo(new Ending("start-and-join", Omission.START, 0, false, false, false, 0));
    }

    @Test
    void aChildThatNobodyWaitsForEndsWithItsParentAndItsResultIsLost() {
        assertThat(ending(Omission.JOIN))
                .isEqualTo(new Ending("start-and-join", Omission.JOIN, 1, true, false, false, 0));
    }

    @Test
    void whoWaitsHasTheResult() {
        assertThat(ending(Omission.NOTHING))
                .isEqualTo(new Ending("start-and-join", Omission.NOTHING, 1, true, true, true, 0));
    }

    @Test
    void cancelLeavesNoProcess() {
        Guests guests = new Guests();
        Disposable run =
                lab().run(RunRequest.of("processes", LANE).with(endless())).subscribe(event -> {}, error -> {});
        await().until(() -> ProcessHandle.current().children().count() >= 2);

        run.dispose();

        guests.leaveWithinASecond();
    }

    private Ending ending(Omission omission) {
        return items(Ending.class)
                .filter(ending -> ending.forgotten() == omission)
                .findFirst()
                .orElseThrow();
    }

    private <T> Stream<T> items(Class<T> type) {
        RunLog run = run(LANE);
        assertThat(run.failures()).isEmpty();
        return run.flatItems().stream().filter(type::isInstance).map(type::cast);
    }
}
