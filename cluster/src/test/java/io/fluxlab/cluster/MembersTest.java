package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.cluster.CrashingWorkload.Fault;
import io.fluxlab.cluster.broker.Refusals.Cause;
import io.fluxlab.cluster.coordinator.Coordinator;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.message.Build;
import io.fluxlab.cluster.message.MemberState;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.Board;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.Story;
import io.fluxlab.run.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers in processes of their own that come and go, and some that are not wanted. */
class MembersTest {

    private static final int TASKS = 2_000;
    private static final int FEW = 20;
    private static final int ITEMS = 20;

    @TempDir
    private Path folder;

    private Coordinator coordinator;

    @BeforeEach
    void open() throws Exception {
        coordinator = Coordinator.open(Access.onLoopback(Address.LOOPBACK, "a-token"), Duration.ofMillis(1_500));
    }

    @AfterEach
    void close() {
        coordinator.close();
    }

    @Test
    void aWorkerThatJoinsInMidRunGetsTasks() throws Exception {
        try (WorkerProcess first = worker().says("joined")) {
            Viewer viewer = watch();
            viewer.want(FEW);
            await().atMost(WorkerProcess.LONG).until(() -> viewer.count(TaskStarted.class) > 0);

            try (WorkerProcess second = worker().says("joined")) {
                await().atMost(WorkerProcess.LONG).until(() -> {
                    viewer.want(FEW);
                    return tasksOf(viewer, second) > 0;
                });
                viewer.wantAll();

                Story story = complete(viewer);
                assertThat(tasksOf(viewer, first)).isPositive();
                assertThat(story.items()).hasSize(TASKS);
            }
        }
    }

    @Test
    void aWorkerThatIsDrainedInMidRunLeavesWithNothingLost() throws Exception {
        try (WorkerProcess leaving = worker().says("joined");
                WorkerProcess staying = worker().says("joined")) {
            Viewer viewer = watch();
            await().atMost(WorkerProcess.LONG).until(() -> {
                viewer.want(FEW);
                return tasksOf(viewer, leaving) > 0;
            });

            assertThat(coordinator.drain(name(leaving))).isTrue();
            viewer.wantAll();

            complete(viewer);
            leaving.says("drained").ends();
            assertThat(tasksOf(viewer, staying)).isGreaterThan(tasksOf(viewer, leaving));
            assertThat(coordinator.members()).extracting(MemberState::pid).containsExactly(staying.pid());
        }
    }

    @Test
    void aFrozenWorkerThatThawsJoinsAnew() throws Exception {
        try (WorkerProcess worker = worker().says("joined")) {
            String before = name(worker);

            worker.signal("STOP");
            await().atMost(WorkerProcess.LONG).until(() -> coordinator.members().isEmpty());
            worker.signal("CONT");

            await().atMost(WorkerProcess.LONG).until(() -> coordinator.members().size() == 1);
            assertThat(name(worker)).isNotEqualTo(before);
            Viewer viewer = watch();
            viewer.wantAll();
            complete(viewer);
        }
    }

    @Test
    void aWorkerOfAnotherFluxlabIsRefusedAndToldWhy() throws Exception {
        try (WorkerProcess other = WorkerProcess.start(folder, coordinator.access(), jar("0.0.1"))) {
            other.says("refused").ends();

            assertThat(other.lines()).contains("its Fluxlab is 0.0.1, and the coordinator's " + fluxlab());
        }
        assertThat(coordinator.refusals().of(Cause.OTHER_VERSION)).isEqualTo(1);
        assertThat(coordinator.members()).isEmpty();
    }

    @Test
    void anotherJdkIsSaidToBeTheReason() {
        Build here = Build.here();

        assertThat(here.refusal(new Build(here.fluxlab(), here.java() + 1)))
                .hasValue("its JDK is %d, and the coordinator's %d".formatted(here.java() + 1, here.java()));
        assertThat(here.refusal(here)).isEmpty();
    }

    @Test
    void aRunFailsWhereOnlyAnotherVersionOfItsWorkloadIsThere() throws Exception {
        try (WorkerProcess other = WorkerProcess.start(folder, coordinator.access(), otherWorkload())) {
            other.says("joined");
            Viewer viewer = watch();
            viewer.wantAll();
            await().atMost(WorkerProcess.LONG).until(viewer::hasEnded);

            assertThat(viewer.error())
                    .isInstanceOfSatisfying(
                            BrokenRunException.class,
                            error -> assertThat(error.code()).isEqualTo("other-version"))
                    .hasMessageContaining("the workload crashing is version")
                    .hasMessageContaining("at worker " + name(other));
        }
    }

    @Test
    void anotherVersionOfAWorkloadKeepsNoRunFromTheWorkersThatHaveIt() throws Exception {
        try (WorkerProcess other = WorkerProcess.start(folder, coordinator.access(), otherWorkload());
                WorkerProcess fit = worker()) {
            other.says("joined");
            fit.says("joined");
            Viewer viewer = watch();
            viewer.wantAll();

            complete(viewer);
            assertThat(tasksOf(viewer, fit)).isPositive();
            assertThat(tasksOf(viewer, other)).isZero();
            assertThat(coordinator.refusals().of(Cause.OTHER_VERSION)).isPositive();
        }
    }

    private WorkerProcess worker() throws IOException {
        return WorkerProcess.start(folder, coordinator.access());
    }

    private Viewer watch() {
        Viewer viewer = new Viewer();
        Board board = Board.at(folder.resolve("board"));
        LocalLab.builder()
                .lane(ClusterLane.at(coordinator))
                .build()
                .run(RunRequest.of("crashing", "cluster")
                        .with(CrashingWorkload.parameters(TASKS, ITEMS, Fault.EXITS, 0, board))
                        .withConcurrency(2))
                .subscribe(viewer);
        return viewer;
    }

    private static Story complete(Viewer viewer) {
        await().atMost(WorkerProcess.LONG).until(viewer::hasEnded);
        Story story = viewer.story();
        assertThat(story.end().status()).as(String.valueOf(story.end().error())).isEqualTo(Status.COMPLETED);
        List<Object> each =
                IntStream.range(0, ITEMS).<Object>mapToObj(Integer::valueOf).toList();
        assertThat(story.items())
                .hasSize(TASKS)
                .allSatisfy((task, items) -> assertThat(items).isEqualTo(each));
        return story;
    }

    private static long tasksOf(Viewer viewer, WorkerProcess worker) {
        return viewer.events().stream()
                .filter(event -> event instanceof TaskStarted started
                        && started.worker().contains("pid %d ".formatted(worker.pid())))
                .count();
    }

    private String name(WorkerProcess worker) {
        return coordinator.members().stream()
                .filter(each -> each.pid() == worker.pid())
                .map(MemberState::name)
                .findFirst()
                .orElseThrow();
    }

    private static String fluxlab() {
        return Build.here().fluxlab();
    }

    /** The classes that say which Fluxlab this is, of another one. */
    private String jar(String version) throws Exception {
        Path classes = Path.of(Build.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("io/fluxlab/cluster/message");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        Path file = folder.resolve("other.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                var entries = Files.list(classes)) {
            for (Path entry : entries.toList()) {
                jar.putNextEntry(new JarEntry("io/fluxlab/cluster/message/" + entry.getFileName()));
                try (InputStream in = Files.newInputStream(entry)) {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return file.toString();
    }

    /** The workload as somebody else has it: made of other classes. */
    private String otherWorkload() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("other-classes"));
        String file = "io/fluxlab/cluster/CrashingWorkload.java";
        Path source = Files.createDirectories(folder.resolve("other-source")).resolve("CrashingWorkload.java");
        Files.writeString(
                source,
                Files.readString(Path.of("src/test/java").resolve(file))
                        .replace("counts, and loses its worker", "does something else"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(status).isZero();
        return classes.toString();
    }
}
