package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.processes.NoteProgram.Answer;
import io.fluxlab.lecture.processes.NoteProgram.Order;
import io.fluxlab.lecture.processes.NoteProgram.Verb;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.Children;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A parent that has work for a child, to its end, by which all its children have ended, too. Thread-safe; for one run. */
final class StartAndJoin {

    /** Longer than the parent by all means. */
    private static final int HOUR_MILLIS = 3_600_000;

    private final Omission omission;
    private final int workMillis;
    private final Asking asking;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final Sinks.Empty<Void> begun = Sinks.empty();

    StartAndJoin(Omission omission, int workMillis, Asking asking) {
        this.omission = omission;
        this.workMillis = workMillis;
        this.asking = asking;
    }

    /** Lives, and says how it ended. Cold. */
    Mono<Ending> play() {
        return Children.<Life>during(children -> live(children).then(look(children)))
                .single()
                .map(this::ending);
    }

    private Mono<?> live(Children children) {
        Mono<Child> child = children.start(ProcessesWorkload.OPTIONS);
        return switch (omission) {
            case START -> Mono.empty(); // there is a child to be had, and nobody subscribes
            case JOIN ->
                child.flatMap(started -> {
                    work(started, HOUR_MILLIS).subscribe(answer -> {}, begun::tryEmitError, begun::tryEmitEmpty);
                    return begun.asMono();
                });
            case NOTHING ->
                child.flatMapMany(started -> work(started, workMillis)).then();
        };
    }

    private Flux<Answer> work(Child child, int millis) {
        return asking.answers(child, new Order(Verb.WORK, "", millis), Answer.class)
                .doOnNext(this::hear);
    }

    private void hear(Answer answer) {
        answers.add(answer);
        begun.tryEmitEmpty();
    }

    /** Looks around when the parent has reached its end, and its children have not. */
    private Mono<Life> look(Children children) {
        return children.folder().flatMap(folder -> Mono.fromCallable(() -> new Life(started(folder), isDone())));
    }

    /** Each child that is started leaves what it prints in a file. */
    private static long started(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("child-"))
                    .count();
        }
    }

    private boolean isDone() {
        return answers.stream().anyMatch(Answer::done);
    }

    private Ending ending(Life life) {
        long left = answers.stream()
                .map(Answer::process)
                .distinct()
                .filter(process ->
                        ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent())
                .count();
        return new Ending("start-and-join", omission, life.started(), !answers.isEmpty(), life.done(), isDone(), left);
    }

    private record Life(long started, boolean done) {}

    /**
     * How a parent ended.
     *
     * @param moment {@code start-and-join}
     * @param forgotten what it forgot
     * @param started how many processes it had started
     * @param begun whether the work was begun
     * @param doneBeforeEnd whether the result was there when the parent reached its end
     * @param done whether it was there at all
     * @param left how many of the processes outlived the parent
     */
    record Ending(
            String moment,
            Omission forgotten,
            long started,
            boolean begun,
            boolean doneBeforeEnd,
            boolean done,
            long left) {}
}
