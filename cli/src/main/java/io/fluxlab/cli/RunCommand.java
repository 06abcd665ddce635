package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.RunCourse;
import io.fluxlab.cli.figure.RunReport;
import io.fluxlab.cli.view.ItemLines;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cli.view.LiveRun;
import io.fluxlab.cli.view.View;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.wording.Language;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(names = "--concurrency", paramLabel = "N", description = "At most so many tasks at once; the lane's own.")
    private @Nullable Integer concurrency;

    @Option(names = "--no-bystander", description = "Nothing else on the home loop.")
    private boolean noBystander;

    @Mixin
    private final LabOptions lab = new LabOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<String, Object> parameters = work.parameters();
        WorkloadArguments.Named named = work.workload(lab);
        try (LabSource.Opened opened = surroundings.labs().open(lab, named.own())) {
            try {
                String chosen = lane == null ? UsualLane.of(opened.lab(), named.name()) : lane;
                BystanderRate bystander = noBystander ? BystanderRate.NONE : null;
                return run(opened.lab(), new RunRequest(named.name(), parameters, chosen, concurrency, bystander));
            } catch (InvalidRequestException e) {
                throw Advice.on(e, named.name(), opened.lab());
            }
        }
    }

    private int run(Lab lab, RunRequest request) {
        RunCourse course = new RunCourse();
        try (View<? super RunEvent> view = view(request)) {
            Following.follow(lab.run(request), surroundings.interrupt(), event -> {
                course.accept(event);
                view.accept(event);
            });
        }
        Console console = surroundings.console();
        console.flush();
        RunReport report = course.report();
        if (!output.json()) {
            Palette palette = output.palette(console);
            report.lines(palette).forEach(console::note);
        }
        return report.isComplete() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private View<? super RunEvent> view(RunRequest request) {
        Console console = surroundings.console();
        if (output.json()) {
            return new JsonLines(console);
        }
        if (output.isLive(console)) {
            return new LiveRun(
                    request.workload(), request.lane(), ReportWords.in(Language.EN), output.palette(console));
        }
        return new ItemLines(console, lane == null);
    }
}
