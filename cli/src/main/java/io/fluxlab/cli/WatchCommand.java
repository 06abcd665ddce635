package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.LabClient;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.WatchRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** {@code fluxlab watch}: a kept run from its beginning, and on as it goes on. */
@Command(
        name = "watch",
        description = {
            "Shows a kept run from its beginning, and on as it goes on.",
            "",
            "Where the connection breaks it goes on where it was, for half a minute at the most. Ctrl-C ends the watching, and"
                    + " not the run: fluxlab cancel does that."
        },
        sortOptions = false)
final class WatchCommand implements Callable<Integer> {

    private static final int ATTEMPTS = 40;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "Name of the run, or its beginning.")
    private String run = "";

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "With --json: begin with the event of this number, the one after the last that was seen.")
    private @Nullable Long from;

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (from != null && !output.json()) {
            throw new UsageException("--from needs --json: what is shown otherwise needs the beginning");
        }
        try (ArchiveOptions.Opened opened = archive.open(surroundings.labs())) {
            KeptRun kept = ArchiveOptions.find(opened.archive(), run, surroundings.interrupt());
            WatchRequest request = new WatchRequest(kept.run(), from);
            Flux<KeptEvent> events = opened.archive() instanceof LabClient client
                    ? client.watch(
                            request,
                            Retry.backoff(ATTEMPTS, FIRST_WAIT)
                                    .maxBackoff(LONGEST_WAIT)
                                    .transientErrors(true)) // each interruption has its half minute
                    : opened.archive().watch(request);
            return new KeptPlayback(surroundings, output).play(kept, events);
        }
    }
}
