package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.processes.CubeProgram.Answer;
import io.fluxlab.lecture.processes.CubeProgram.Question;
import io.fluxlab.lecture.processes.PoolWorkload.Parameters;
import io.fluxlab.process.child.Child;
import io.fluxlab.workload.TaskContext;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.util.function.Tuple2;

/** Numbers that are cubed by whichever process is free. Its state is confined to the loop of the children. */
final class CubePool {

    /** Beside the work. */
    private static final long ANSWERING_MILLIS = 30_000;

    private final List<Child> processes;
    private final Parameters parameters;
    private final TaskContext context;
    private final Asking asking;
    private final Sinks.Many<Child> free = Sinks.many().unicast().onBackpressureBuffer();
    private int finished;

    CubePool(List<Child> processes, Parameters parameters, TaskContext context) {
        this.processes = processes;
        this.parameters = parameters;
        this.context = context;
        this.asking = new Asking(Patience.millis(parameters.workMillis() + ANSWERING_MILLIS), context.timer());
    }

    /** The cubes, then what each process has handled. Cold; to be subscribed to once. */
    Flux<Object> play() {
        return Flux.concat(List.of(warmUp(), cubes(), lists()));
    }

    /** A process that is asked for the first time has classes to load, for longer than many a number takes. */
    private Mono<Object> warmUp() {
        return Flux.fromIterable(processes)
                .flatMap(process -> asking.ask(process, Question.LIST, Answer.class), processes.size())
                .then(Mono.empty());
    }

    /**
     * The next number and the next process that is free are a pair. In the order of the numbers, results that come early
     * wait for their turn, and all of them may: with a smaller bound a slow number would keep free processes from the next.
     */
    private Flux<Cubed> cubes() {
        processes.forEach(this::release);
        Flux<Tuple2<Integer, Child>> pairs = Flux.range(1, parameters.numbers()).zipWith(free.asFlux(), 1);
        return switch (parameters.order()) {
            case INPUT -> pairs.flatMapSequential(this::cube, parameters.numbers());
            case COMPLETION -> pairs.flatMap(this::cube, parameters.processes());
        };
    }

    private Mono<Cubed> cube(Tuple2<Integer, Child> pair) {
        int number = pair.getT1();
        Child process = pair.getT2();
        return asking.ask(process, new Question(number, millis(number)), Answer.class)
                .map(answer -> new Cubed(number, answer.cube(), answer.process(), count(), answer.handled()))
                .doOnTerminate(() -> release(process));
    }

    private int count() {
        finished++;
        context.checkpoint(finished);
        return finished;
    }

    private int millis(int number) {
        return (int) ((long) parameters.workMillis() * (parameters.numbers() - number + 1) / parameters.numbers());
    }

    private void release(Child process) {
        free.emitNext(process, EmitFailureHandler.FAIL_FAST);
    }

    private Flux<Handled> lists() {
        return Flux.fromIterable(processes)
                .concatMap(process -> asking.ask(process, Question.LIST, Answer.class))
                .map(answer -> new Handled(answer.process(), answer.handled()));
    }

    /**
     * A number that was cubed.
     *
     * @param number the number
     * @param cube its cube
     * @param process id of the process that computed it
     * @param finished how many were finished then, itself included
     * @param listed what this process had handled by then
     */
    record Cubed(int number, long cube, long process, int finished, List<Integer> listed) {}

    /**
     * What a process says at the end.
     *
     * @param process its id
     * @param handled all that it has handled, in that order
     */
    record Handled(long process, List<Integer> handled) {}
}
