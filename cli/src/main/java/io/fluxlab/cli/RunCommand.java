package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.RunReport;
import io.fluxlab.cli.figure.RunReportSummary;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.ItemLines;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.LiveRun;
import io.fluxlab.cli.view.View;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.kept.Submission;
import io.fluxlab.lab.Lab;
import io.fluxlab.load.Load;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.wording.Language;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** {@code fluxlab run}: one workload on one lane, its items on standard output or its tasks on the terminal. */
@Command(
        name = "run",
        description = {
            "Runs a workload on one lane.",
            "",
            "On a terminal its tasks are shown while they run; in a pipe its items are written, one a line, and the "
                    + "figures go to standard error."
        },
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final WorkloadArguments work = new WorkloadArguments();

    @Option(
            names = "--lane",
            paramLabel = "LANE",
            description = "Where to run it: see fluxlab lanes. Without it, the usual one for this kind of workload.")
    private @Nullable String lane;

    @Option(
            names = "--placement",
            paramLabel = "PLACEMENT",
            description = "Where each stage of a pipeline runs, in place of a lane: 'fetch@event-loop,parse@parallel'.")
    private @Nullable String placement;

    @Option(names = "--concurrency", paramLabel = "N", description = "At most so many tasks at once; the lane's own.")
    private @Nullable Integer concurrency;

    @Option(
            names = "--run-time",
            paramLabel = "TIME",
            description = "Stop the run after this time, such as 30s; without it, a run takes as long as it takes.")
    private @Nullable Duration runTime;

    @Option(names = "--no-bystander", description = "Nothing else on the home loop.")
    private boolean noBystander;

    @Option(
            names = "--hops",
            description = "Follow every task from thread to thread, and tell the ways that they went at the end.")
    private boolean hops;

    @Option(
            names = "--trace",
            description = "Take down what the threads did: run, sleep, wait for a lock, hold it, hand it over.")
    private boolean trace;

    @Mixin
    private final LoadOptions load = new LoadOptions();

    @Mixin
    private final LabOptions lab = new LabOptions();

    @Mixin
    private final DetachOptions detach = new DetachOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<String, Object> parameters = work.parameters();
        WorkloadArguments.Named named = work.workload(lab);
        if (placement != null && lane != null) {
            throw new UsageException(
                    "--lane %s: a placement names the lanes itself: leave --lane or --placement away".formatted(lane));
        }
        detach.check(lab);
        try (LabSource.Opened opened = surroundings.labs().open(lab, named.own())) {
            try {
                String chosen =
                        placement != null ? placement : lane == null ? UsualLane.of(opened.lab(), named.name()) : lane;
                RunRequest request = request(named.name(), parameters, chosen);
                return detach.isWanted()
                        ? detach.submit(opened.lab(), Submission.of(request), output, surroundings)
                        : run(opened.lab(), request);
            } catch (InvalidRequestException e) {
                throw Advice.on(e, named.name(), opened.lab());
            }
        }
    }

    private RunRequest request(String workload, Map<String, Object> parameters, String chosen) {
        BystanderRate bystander = noBystander ? BystanderRate.NONE : null;
        Long millis = runTime == null ? null : (Long) runTime.toMillis();
        Boolean followed = hops ? true : null;
        Load arriving = load.load().orElse(null);
        return new RunRequest(
                workload,
                parameters,
                chosen,
                concurrency,
                bystander,
                millis,
                followed,
                arriving,
                placement,
                trace ? true : null);
    }

    private static ReportWords words() {
        return ReportWords.in(Language.EN);
    }

    private int run(Lab lab, RunRequest request) {
        RunReportSummary summary = new RunReportSummary(words());
        Publisher<SteerCommand> commands = surroundings.interrupt().asMono().thenReturn(SteerCommand.CANCEL);
        try (View<? super RunEvent> view = view(request)) {
            Flux<RunEvent> events = detach.kept(lab.steer(request, commands), request);
            Following.followToTheEnd(events, surroundings.interrupt(), Following.LAST_WORDS, event -> {
                summary.accept(event);
                if (output.json() || !isLastWord(event)) {
                    view.accept(event);
                }
            });
        } catch (InterruptedRunException e) {
            summary.lastWords().forEach(surroundings.console()::note);
            throw e;
        }
        Console console = surroundings.console();
        console.flush();
        RunReport report = summary.report();
        if (!output.json()) {
            Palette palette = output.palette(console);
            report.lines(palette).forEach(console::note);
        }
        if (output.json()) {
            summary.lastWords().forEach(console::note);
        }
        return report.isComplete() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    /** Whether it says what hung in a run that was told to end, which is told once it has ended. */
    private boolean isLastWord(RunEvent event) {
        return event instanceof TaskSilent && surroundings.interrupt().isRequested();
    }

    private View<? super RunEvent> view(RunRequest request) {
        Console console = surroundings.console();
        if (output.json()) {
            return new JsonLines(console);
        }
        if (output.isLive(console)) {
            return new LiveRun(request.workload(), request.lane(), words(), output.palette(console));
        }
        return new ItemLines(console, words(), lane == null);
    }
}
