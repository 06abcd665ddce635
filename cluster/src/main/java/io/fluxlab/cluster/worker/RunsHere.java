package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.message.Beat.Progress;
import io.fluxlab.cluster.message.Build;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.OpenRun;
import io.fluxlab.cluster.message.RunAt;
import io.fluxlab.cluster.message.Told;
import io.fluxlab.cluster.message.Used;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.LabException;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.process.child.MadeWorkload;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.workload.Recipe;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The runs that are open at this member. Thread-safe. */
final class RunsHere {

    private final String member;
    private final HomeLoop home;
    private final Scheduler clock;
    private final boolean anyVersion;
    private final Consumer<Letter> out;
    private final MadeWorkload made = new MadeWorkload();
    private final Accounts accounts = new Accounts(ProcessVitals::now);
    private final Accounts quickAccounts = Accounts.ofCpuTime();
    private final Map<Long, RunHere> runs = new ConcurrentHashMap<>();

    /**
     * None yet.
     *
     * @param out takes what the coordinator has to know
     */
    RunsHere(String member, HomeLoop home, Scheduler clock, boolean anyVersion, Consumer<Letter> out) {
        this.member = member;
        this.home = home;
        this.clock = clock;
        this.anyVersion = anyVersion;
        this.out = out;
    }

    @Nullable
    RunHere get(long run) {
        return runs.get(run);
    }

    /** The group of this number, wherever it runs; null where it does not. */
    @Nullable
    RunningGroup group(long dispatch) {
        for (RunHere each : runs.values()) {
            RunningGroup found = each.group(dispatch);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Opens a plan, and says what came of it. */
    void open(OpenRun request) {
        Mono.defer(() -> {
                    RunHere run = new RunHere(request, subject(request).plan(), home, accounts, quickAccounts);
                    runs.put(request.run(), run);
                    return run.open();
                })
                .subscribe(
                        nothing -> {},
                        error -> out.accept(notOpened(request, error)),
                        () -> out.accept(Letter.of(Kind.OPENED, new RunAt(request.run(), member))));
    }

    private Letter notOpened(OpenRun request, Throwable error) {
        String code = error instanceof LabException known ? known.code() : "run-broken";
        String message = error instanceof LabException ? String.valueOf(error.getMessage()) : String.valueOf(error);
        return Letter.of(Kind.NOT_OPENED, new Told(request.run(), member, code, message));
    }

    private Subject subject(OpenRun request) {
        OpenPlan plan = request.plan();
        Recipe recipe = plan.recipe();
        if (recipe != null) {
            return Subject.of(made.of(recipe), plan.parameters());
        }
        for (Workload<?> each : ServiceLoader.load(Workload.class)) {
            if (each.name().equals(plan.workload())) {
                String version = Build.versionOf(each);
                if (!anyVersion && !version.equals(request.version())) {
                    throw new BrokenRunException(
                            "other-version",
                            "the workload %s is version %s at worker %s, and %s at the coordinator"
                                    .formatted(plan.workload(), version, member, request.version()));
                }
                return Subject.of(each, plan.parameters());
            }
        }
        throw new BrokenRunException(
                "unknown-workload", "no workload %s at worker %s".formatted(plan.workload(), member));
    }

    /** Closes a run, and says when nothing is left of it. */
    void close(long run) {
        RunHere found = runs.remove(run);
        Letter closed = Letter.of(Kind.CLOSED, new RunAt(run, member));
        if (found == null) {
            out.accept(closed);
        } else {
            found.close(clock).onErrorComplete().subscribe(nothing -> {}, error -> {}, () -> out.accept(closed));
        }
    }

    /** Says what a run has used to the last. */
    void use(long run) {
        RunHere found = runs.get(run);
        if (found != null) {
            out.accept(Letter.of(Kind.USED, new Used(run, member, found.useToTheLast())));
        }
    }

    List<Used> uses() {
        return runs.values().stream()
                .map(each -> new Used(each.run(), member, each.use()))
                .toList();
    }

    List<Progress> progress() {
        return runs.values().stream().flatMap(each -> each.progress().stream()).toList();
    }

    /** Closes all of them. Starts at subscription; never fails. */
    Mono<Void> closeAll() {
        return Flux.fromIterable(List.copyOf(runs.values()))
                .doOnNext(each -> runs.remove(each.run()))
                .flatMap(each -> each.close(clock).onErrorComplete())
                .then();
    }
}
