package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.processes.PrintProgram.Answer;
import io.fluxlab.lecture.processes.PrintProgram.Job;
import io.fluxlab.lecture.processes.PrintProgram.Order;
import io.fluxlab.lecture.processes.PrintProgram.Verb;
import io.fluxlab.lecture.processes.ProcessLockWorkload.Parameters;
import io.fluxlab.process.child.Child;
import java.nio.file.Path;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The processes that print, as their parent knows them. Its state is confined to the loop of the children. */
final class Printers {

    /** Until the lines are torn. */
    private static final int MOST_ATTEMPTS = 20;

    private final List<Child> processes;
    private final Path folder;
    private final Parameters parameters;
    private final Asking asking;

    Printers(List<Child> processes, Path folder, Parameters parameters, Scheduler clock) {
        this.processes = processes;
        this.folder = folder;
        this.parameters = parameters;
        this.asking = new Asking(new Patience(Patience.DEFAULT.limit().plusMillis(longestAnswerMillis())), clock);
    }

    /** All others print before, and then there is one more wait for the lock. */
    private long longestAnswerMillis() {
        long lines = (long) parameters.lines() * parameters.processes();
        return parameters.limitMillis() + lines * (parameters.pauseMillis() + MOST_ATTEMPTS);
    }

    /** Lets all answer once: whoever has classes to load would come late, and meet nobody. Cold, as all of these. */
    Mono<Printers> warmUp() {
        return Flux.range(0, processes.size())
                .flatMap(number -> tell(number, Verb.TAKE_ELSEWHERE), processes.size())
                .then(Mono.just(this));
    }

    /** All print at once. */
    Mono<Printed> print() {
        return print(1);
    }

    /** Has them print again and again, with longer pauses, until lines are torn. Starts at subscription. */
    Mono<Printed> printUntilTorn() {
        return Flux.range(1, MOST_ATTEMPTS)
                .concatMap(this::print, 1)
                .takeUntil(printed -> printed.torn() > 0)
                .last();
    }

    private Mono<Printed> print(int attempt) {
        String file = "printout-" + attempt;
        int pauseMillis = parameters.pauseMillis() + attempt - 1;
        return Flux.range(0, processes.size())
                .flatMap(
                        number -> answers(number, Verb.PRINT, job(file, number, parameters.lines(), pauseMillis))
                                .last(),
                        processes.size())
                .collectList()
                .flatMap(answers -> Mono.fromCallable(() ->
                        Printed.of(parameters.guard(), attempt, answers, new Printout(folder.resolve(file)).read())));
    }

    /** One takes the lock twice, and others look whether it is free. */
    Mono<TakenTwice> takeTwice() {
        return Flux.concat(List.of(
                        tell(0, Verb.TAKE),
                        tell(0, Verb.TAKE),
                        tell(0, Verb.TAKE_ELSEWHERE),
                        tell(1, Verb.TAKE),
                        tell(0, Verb.GIVE_BACK),
                        tell(1, Verb.TAKE),
                        tell(0, Verb.GIVE_BACK),
                        tell(1, Verb.TAKE),
                        tell(1, Verb.GIVE_BACK)))
                .collectList()
                .map(TakenTwice::of);
    }

    /** One takes the lock, begins a line and is killed, when all others wait for the lock. */
    Mono<Killed> killOne() {
        String file = "last-printout";
        Child victim = processes.get(0);
        LockWaiters others = new LockWaiters(processes.size() - 1, victim.process()::kill);
        return answers(0, Verb.BEGIN, job(file, 0, 1, 0))
                .thenMany(Flux.range(1, processes.size() - 1)
                        .flatMap(number -> answers(number, Verb.PRINT, job(file, number, 1, 0)), processes.size())
                        .doOnNext(others::hear))
                .then(victim.process().exitStatus())
                .flatMap(status -> Mono.fromCallable(() ->
                        others.report(victim.process().pid(), status, new Printout(folder.resolve(file)).read())));
    }

    private Mono<Answer> tell(int number, Verb verb) {
        return answers(number, verb, job("", number, 0, 0)).single();
    }

    private Flux<Answer> answers(int number, Verb verb, Job job) {
        return asking.answers(processes.get(number), new Order(verb, folder, job), Answer.class);
    }

    private Job job(String file, int number, int lines, int pauseMillis) {
        return new Job(parameters.guard(), file, number, lines, pauseMillis, parameters.limitMillis());
    }
}
