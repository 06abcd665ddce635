package io.fluxlab.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.message.ChildRoute;
import io.fluxlab.process.work.TaskProgram;
import io.fluxlab.run.Guests;
import io.fluxlab.testing.MachineTime;
import io.rsocket.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Several children of one parent, from their start to their end. */
class ChildrenTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ChildOptions LIGHT = ChildOptions.light(TaskProgram.class, 32);

    private final Guests guests = new Guests();
    private final AtomicReference<Path> folder = new AtomicReference<>();

    @AfterEach
    void nothingIsLeft() {
        guests.leaveWithinASecond();
        if (folder.get() != null) {
            MachineTime.within(
                    Duration.ofSeconds(1), () -> assertThat(folder.get()).doesNotExist());
        }
    }

    @Test
    void childrenArriveSideBySideAndAnswer() {
        List<Long> answered = Children.during(children -> watchFolder(children)
                        .then(children.start(LIGHT, 3))
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(ChildrenTest::askForItsPid))
                .collectList()
                .block(LONG);

        assertThat(answered)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .doesNotContain(ProcessHandle.current().pid());
    }

    @Test
    void nothingStartsBeforeASubscription() {
        Flux<Path> life = Children.during(children -> {
            Mono<Child> nobody = children.start(LIGHT);
            assertThat(nobody).isNotNull();
            return children.folder().doOnNext(folder::set);
        });
        assertThat(folder.get()).isNull();

        StepVerifier.create(life.doOnNext(found -> assertThat(logs(found)).isEmpty()))
                .expectNextCount(1)
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void theFolderIsTheParentsAlone() {
        Children.during(children -> watchFolder(children)
                        .doOnNext(found -> assertThat(permissions(found)).isEqualTo("rwx------")))
                .blockLast(LONG);

        assertThat(folder.get()).isNotNull();
    }

    @Test
    void cancelWhileTheyStartEndsThem() {
        Disposable life = Children.during(children -> watchFolder(children).then(children.start(LIGHT, 3)))
                .subscribe(started -> {}, error -> {});
        await().atMost(LONG)
                .until(() -> ProcessHandle.current().children().findAny().isPresent());

        life.dispose();
    }

    @Test
    void cancelBeforeAnythingIsThereLeavesNothing() {
        Children.during(children -> watchFolder(children).then(children.start(LIGHT)))
                .subscribe(started -> {}, error -> {})
                .dispose();
    }

    @Test
    void cancelWhileTheyRunEndsThem() {
        AtomicReference<List<Child>> running = new AtomicReference<>();
        Disposable life = Children.during(children -> watchFolder(children)
                        .then(children.start(LIGHT, 2))
                        .doOnNext(running::set)
                        .then(Mono.never()))
                .subscribe(nothing -> {}, error -> {});
        await().atMost(LONG).until(() -> running.get() != null);

        life.dispose();
    }

    @Test
    void anErrorEndsThemAndArrivesWhenTheyAreGone() {
        AtomicReference<Child> running = new AtomicReference<>();

        StepVerifier.create(Children.during(children -> watchFolder(children)
                        .then(children.start(LIGHT))
                        .doOnNext(running::set)
                        .then(Mono.error(new IllegalStateException("enough")))))
                .expectErrorMatches(error ->
                        "enough".equals(error.getMessage()) && !isAlive(running.get()) && Files.notExists(folder.get()))
                .verify(LONG);
    }

    @Test
    void aChildThatEndsBeforeItArrivesIsAClearError() {
        ChildOptions impossible = new ChildOptions(TaskProgram.class, List.of("-Xmx1k"));

        StepVerifier.create(Children.during(children -> watchFolder(children).then(children.start(impossible))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                BrokenRunException.class,
                                broken -> assertThat(broken.code()).isEqualTo("process-failed"))
                        .hasMessageStartingWith("a child process ended with status 1: "))
                .verify(LONG);
    }

    @Test
    void aChildThatIsKilledSaysSoAndNoLongerAnswers() {
        StepVerifier.create(Children.during(children -> watchFolder(children)
                        .then(children.start(LIGHT))
                        .flatMapMany(child -> {
                            child.process().kill();
                            return Mono.zip(
                                            child.process().ended(),
                                            child.process().exitStatus())
                                    .map(end -> end.getT1() + ", " + end.getT2())
                                    .concatWith(askForItsPid(child).map(String::valueOf));
                        })))
                .expectNext("was ended by signal 9, 137")
                .expectError(IOException.class)
                .verify(LONG);
    }

    private Mono<Path> watchFolder(Children children) {
        return children.folder().doOnNext(folder::set);
    }

    /** Any answer shows that it is there. */
    private static Mono<Long> askForItsPid(Child child) {
        return child.connection()
                .requestResponse(ChildRoute.USE.request())
                .doOnNext(Payload::release)
                .thenReturn(child.process().pid());
    }

    private static boolean isAlive(Child child) {
        return ProcessHandle.of(child.process().pid())
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static List<Path> logs(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("child-"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String permissions(Path folder) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
