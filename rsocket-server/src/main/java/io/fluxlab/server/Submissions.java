package io.fluxlab.server;

import io.fluxlab.claim.Allowance;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.LastingRun;
import io.fluxlab.kept.RunKeeper;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunName;
import io.fluxlab.kept.SteerRequest;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.parameter.Names;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.identity.Role;
import io.fluxlab.wire.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Runs that go on without whoever asked for them, and all that are kept. Whose they are is by the principal's name; operators see
 * and change everything. Thread-safe.
 */
final class Submissions {

    private final @Nullable RunKeeper keeper;
    private final ServerListener listener;
    private final Map<String, Going> going = new ConcurrentHashMap<>();

    /**
     * @param keeper null where this server keeps nothing
     */
    Submissions(@Nullable RunKeeper keeper, ServerListener listener) {
        this.keeper = keeper;
        this.listener = listener;
    }

    /** A run that was submitted and can be told to end, or something else. */
    private static final class Going {

        private final RemoteControl control = new RemoteControl();
        private volatile boolean isOver;
    }

    private RunKeeper keeper() {
        RunKeeper found = keeper;
        if (found == null) {
            String message = "this lab keeps no runs";
            throw new RejectedRequestException(
                    "not-kept", message, List.of(new FieldError("route", Route.SUBMIT.id(), message)));
        }
        return found;
    }

    private static RunKeeper.Viewer viewer(Caller caller) {
        return new RunKeeper.Viewer(
                caller.principal().name(), caller.principal().role().includes(Role.OPERATOR));
    }

    /**
     * Starts a run, and emits its name when its first event is kept; it fails as the run does before that. Cancel ends the run
     * as long as nobody knows its name, and changes nothing afterwards.
     *
     * @param events made of what the run is told
     */
    Mono<RunName> submit(
            Caller caller, Submission submission, Function<? super RemoteControl, ? extends Flux<?>> events) {
        RunKeeper keeps = keeper();
        LastingRun lasting = new LastingRun(
                UUID.randomUUID().toString(),
                caller.principal().name(),
                caller.principal().role().id(),
                submission.fields());
        return submit(keeps, caller, submission, lasting, events);
    }

    /** Starts a run that a server before this one has lost, as what it was known by. */
    Mono<RunName> submit(
            Caller caller,
            Submission submission,
            LastingRun lasting,
            Function<? super RemoteControl, ? extends Flux<?>> events) {
        return submit(keeper(), caller, submission, lasting, events);
    }

    private Mono<RunName> submit(
            RunKeeper keeps,
            Caller caller,
            Submission submission,
            LastingRun lasting,
            Function<? super RemoteControl, ? extends Flux<?>> events) {
        return Mono.defer(() -> {
            Going run = new Going();
            LabRequest request = new LabRequest(caller, Route.SUBMIT, data(submission.work()));
            Flux<?> all = told(request, events.apply(run.control)).doFinally(signal -> over(run));
            Flux<?> told = submission.work() instanceof Submission.OfRun
                    ? all.contextWrite(context -> context.put(LastingRun.class, lasting))
                    : all;
            return keeps.keep(submission, caller.principal().name(), told)
                    .doOnNext(name -> register(name, run))
                    .map(RunName::new);
        });
    }

    private static Object data(Submission.Work work) {
        return switch (work) {
            case Submission.OfRun run -> run.request();
            case Submission.OfComparison comparison -> comparison.request();
            case Submission.OfCapacity capacity -> capacity.request();
            case Submission.OfScenario scenario -> scenario.request();
        };
    }

    /** The request is over when its run is, whoever may still be there to hear of it. */
    private Flux<?> told(LabRequest request, Flux<?> events) {
        Allowance telling = claim -> listener.claimed(request, claim);
        return Flux.from(events)
                .contextWrite(all -> all.put(Allowance.class, telling))
                .doOnSubscribe(asked -> listener.started(request))
                .doOnNext(event -> {
                    if (event instanceof RunEvent.RunFinished finished) {
                        listener.finished(request, finished.summary());
                    }
                })
                .doOnError(error -> listener.ended(request, WireErrors.outcome(error)))
                .doFinally(signal -> {
                    if (signal != SignalType.ON_ERROR) {
                        boolean whole = signal == SignalType.ON_COMPLETE;
                        listener.ended(request, whole ? RequestOutcome.COMPLETED : RequestOutcome.CANCELLED);
                    }
                });
    }

    private void register(String name, Going run) {
        going.put(name, run);
        if (run.isOver) {
            going.remove(name);
        }
    }

    private void over(Going run) {
        run.isOver = true;
        going.values().remove(run);
    }

    /** The events of a run, from some number on. */
    Flux<EncodedEvent> watch(Caller caller, WatchRequest request) {
        return keeper().watch(request, viewer(caller));
    }

    /** The runs that a query finds. */
    Flux<KeptRun> history(Caller caller, HistoryQuery query) {
        return keeper().history(query, viewer(caller));
    }

    /** Tells a run to end, and emits its name at once. */
    Mono<RunName> cancel(Caller caller, RunName name) {
        return steer(caller, SteerRequest.of(name.run(), SteerCommand.CANCEL));
    }

    /** Tells a run something, and emits its name when it is told. */
    Mono<RunName> steer(Caller caller, SteerRequest request) {
        RunKeeper.Viewer viewer = viewer(caller);
        String name = request.run();
        return keeper().history(HistoryQuery.of(name), viewer)
                .filter(found -> found.run().equals(name))
                .next()
                .switchIfEmpty(Mono.error(
                        () -> InvalidRequestException.of("run", name, "there is no run " + Names.shortened(name))))
                .doOnNext(found -> tell(found, viewer, request.told()))
                .thenReturn(new RunName(name));
    }

    private void tell(KeptRun run, RunKeeper.Viewer viewer, SteerCommand command) {
        String name = Names.shortened(run.run());
        if (!viewer.everything() && !run.owner().name().equals(viewer.name())) {
            throw new RejectedRequestException("forbidden", name + " is somebody else's", List.of());
        }
        RemoteControl control = Optional.ofNullable(going.get(run.run()))
                .map(found -> found.control)
                .orElseThrow(() -> hasEnded(run));
        if (command.command() == SteerCommand.Command.CANCEL) {
            control.cancel();
        } else if (run.work().kind() != RunKind.RUN) {
            String message = "%s is a %s, which can be told to end: %s is for runs"
                    .formatted(name, run.work().kind().id(), command.command().id());
            throw new RejectedRequestException(
                    "not-steerable",
                    message,
                    List.of(new FieldError("command", command.command().id(), message)));
        } else if (!control.send(command)) {
            throw hasEnded(run);
        }
    }

    private static RejectedRequestException hasEnded(KeptRun run) {
        String message = Names.shortened(run.run()) + " does not go on here: it is "
                + run.state().id();
        return new RejectedRequestException("run-has-ended", message, List.of());
    }

    /** Writes something to remember beside a run, and emits its name. */
    Mono<RunName> annotate(Caller caller, Annotation annotation) {
        return keeper().annotate(annotation, viewer(caller)).thenReturn(new RunName(annotation.run()));
    }

    /** Forgets a run, and emits its name. */
    Mono<RunName> remove(Caller caller, RunName name) {
        return keeper().remove(name.run(), viewer(caller)).thenReturn(name);
    }
}
