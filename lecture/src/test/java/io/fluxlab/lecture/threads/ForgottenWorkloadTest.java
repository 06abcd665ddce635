package io.fluxlab.lecture.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.lecture.threads.ForgottenWorkload.Parameters;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

class ForgottenWorkloadTest extends WorkloadContract<Parameters> {

    private static final String LANE = "bounded-elastic";
    private static final Duration LONG = Duration.ofMinutes(1);

    @Override
    protected Workload<Parameters> workload() {
        return new ForgottenWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("workMillis", 100);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("workMillis", 3_600_000, "limitMillis", 7_200_000);
    }

    /** A daemon's work may be lost before it has begun. */
    @Override
    protected Object lasting(Object item) {
        Ending ending = (Ending) item;
        return List.of(ending.forgotten(), ending.daemon(), ending.mainEnded(), ending.doneBeforeMain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "flux", "process"})
    void whatIsNotStartedRunsNothing(String carrier) {
        assertThat(endings(carrier))
                .filteredOn(ending -> ending.forgotten() == Forgotten.START)
                .hasSize(2)
                .allSatisfy(ending -> assertThat(ending.said()).containsExactly(ForgottenProgram.MAIN_ENDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "flux", "process"})
    void workThatNobodyWaitsForIsLostOnADaemonOnly(String carrier) {
        List<Ending> forgotten = endings(carrier).stream()
                .filter(ending -> ending.forgotten() == Forgotten.JOIN)
                .toList();

        assertThat(forgotten).extracting(Ending::daemon).containsExactly(true, false);
        assertThat(forgotten).extracting(Ending::done).containsExactly(false, true);
        assertThat(forgotten).noneMatch(Ending::doneBeforeMain).allMatch(Ending::mainEnded);
        assertThat(forgotten.get(1).said()).endsWith(ForgottenProgram.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "flux", "process"})
    void whatIsAwaitedIsDoneBeforeMainEnds(String carrier) {
        assertThat(endings(carrier))
                .filteredOn(ending -> ending.forgotten() == Forgotten.NOTHING)
                .singleElement()
                .satisfies(ending -> assertThat(ending.said())
                        .containsExactly(ForgottenProgram.BEGUN, ForgottenProgram.DONE, ForgottenProgram.MAIN_ENDS));
    }

    @Test
    void aProcessGoesOnWhenTheProgramThatForgotItHasEnded() {
        assertThat(endings("process"))
                .filteredOn(ending -> ending.forgotten() == Forgotten.JOIN && !ending.daemon())
                .singleElement()
                .satisfies(ending -> {
                    assertThat(ending.exitStatus()).isZero();
                    assertThat(ending.doneAfterExit()).isTrue();
                    assertThat(ending.said())
                            .containsSubsequence(
                                    ForgottenProgram.MAIN_ENDS, ForgottenWork.PROGRAM_ENDED, ForgottenProgram.DONE);
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noProcessIsLeftWhenTheRunIsCancelledOrItsTimeIsUp(boolean cancelled) throws IOException {
        int limitMillis = cancelled ? 7_200_000 : 3000;
        RunRequest request = RunRequest.of("forgotten", LANE)
                .with(Map.of("carrier", "process", "workMillis", 3_600_000, "limitMillis", limitMillis));

        Disposable run = LocalLab.create().run(request).subscribe(event -> {}, error -> {});
        try {
            await().atMost(LONG).until(() -> works().size() == 2);
            List<ProcessHandle> works = works();
            assertThat(works).allMatch(ProcessHandle::isAlive);
            if (cancelled) {
                run.dispose();
            }
            await().atMost(LONG).untilAsserted(() -> assertThat(works).noneMatch(ProcessHandle::isAlive));
            await().untilAsserted(() -> assertThat(outputs()).isEmpty());
            await().untilAsserted(() ->
                    assertThat(ProcessHandle.current().descendants()).isEmpty());
        } finally {
            run.dispose();
        }
    }

    /** What programs say goes to files in this module's own folder: see its pom. */
    private static List<Path> outputs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("fluxlab-program-"))
                    .toList();
        }
    }

    /** The processes that programs have started and that nobody has ended: the awaited one, and the one that is no daemon. */
    private static List<ProcessHandle> works() throws IOException {
        List<ProcessHandle> works = new ArrayList<>();
        for (Path output : outputs()) {
            for (String line : Files.readAllLines(output)) {
                if (line.startsWith("started process ")) {
                    ProcessHandle.of(Long.parseLong(line.replaceAll("\\D", ""))).ifPresent(works::add);
                }
            }
        }
        return works;
    }

    @Test
    void programThatTakesTooLongIsKilledAndNamed() {
        RunLog run = run(LANE, Map.of("workMillis", 3_600_000, "limitMillis", 1500));

        // two do not end; the others are killed, too, where the machine takes as long to start them
        assertThat(run.failures())
                .hasSizeBetween(2, 4)
                .allMatch(message -> message.contains("the program did not end within 1500 ms"));
        await().untilAsserted(
                        () -> assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                                .isEmpty());
    }

    private List<Ending> endings(String carrier) {
        RunLog run = run(LANE, Map.of("carrier", carrier, "workMillis", 100));
        assertThat(run.failures()).isEmpty();
        return run.flatItems().stream().map(Ending.class::cast).toList();
    }
}
