package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.LabClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab cancel}: ends a run that goes on at a server. */
@Command(name = "cancel", description = "Ends a run that goes on at a server.", sortOptions = false)
final class CancelCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "Name of the run, or its beginning.")
    private String run = "";

    @Mixin
    private final LabOptions lab = new LabOptions();

    CancelCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (lab.server().isEmpty()) {
            throw new UsageException("runs that go on without their command are a server's: name it with --server");
        }
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            LabClient client = (LabClient) opened.lab();
            String name =
                    ArchiveOptions.find(client, run, surroundings.interrupt()).run();
            Following.answer(client.cancel(name), surroundings.interrupt());
            surroundings.console().note(name + " is told to end");
            return ExitStatus.DONE;
        }
    }
}
