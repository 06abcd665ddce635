package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.cluster.worker.WorkerNode;
import io.fluxlab.cluster.worker.WorkerSettings;
import io.fluxlab.loop.LabThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fluxlab cluster worker}: runs a coordinator's tasks until it is told to stop. */
@Command(
        name = "worker",
        description = {
            "Joins a coordinator and runs its tasks, until Ctrl-C, SIGTERM or 'fluxlab cluster drain'.",
            "",
            "It runs workloads of its own class path, and none that is made of other classes than the coordinator's."
                    + " Where the connection is lost, it joins again."
        },
        sortOptions = false)
final class ClusterWorkerCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ClusterAccessOptions access = new ClusterAccessOptions();

    @Option(names = "--lanes", paramLabel = "N", description = "How many tasks it runs at once; one per CPU.")
    private @Nullable Integer lanes;

    @Option(
            names = "--any-version",
            arity = "0..1",
            fallbackValue = "true",
            description = "Also run workloads that are made of other classes than the coordinator's.")
    private boolean anyVersion;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private final ClasspathOption classpath = new ClasspathOption();

    ClusterWorkerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        AtomicInteger status = new AtomicInteger(ExitStatus.DONE);
        surroundings.interrupt().listenForTermination();
        Access there = access.access();
        try (WorkerNode worker = new WorkerNode(there, settings(), new Notes(there, status))) {
            Thread working = new Thread(
                    () -> {
                        worker.work();
                        surroundings.interrupt().request(status.get());
                    },
                    LabThreads.name("cluster-worker"));
            working.setDaemon(true);
            working.start();
            return surroundings.interrupt().await();
        }
    }

    private WorkerSettings settings() {
        try {
            Integer given = lanes;
            return new WorkerSettings(given == null ? Runtime.getRuntime().availableProcessors() : given, anyVersion);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }

    /** Says once what goes on for a while: it is tried five times a second. */
    private final class Notes implements WorkerNode.Listener {

        private final Access there;
        private final AtomicInteger status;
        private String last = "";

        private Notes(Access there, AtomicInteger status) {
            this.there = there;
            this.status = status;
        }

        @Override
        public void joined(String member) {
            say("joined as " + member);
        }

        @Override
        public void lost(String reason) {
            say(reason + "; trying again");
        }

        @Override
        public void refused(String reason) {
            status.set(ExitStatus.FAILED);
            surroundings.console().note("fluxlab: " + reason);
        }

        @Override
        public void shutOut(LinkProblem problem) {
            status.set(NoWayInException.status(problem));
            surroundings.console().note("fluxlab: " + problem.at(there.address()));
            surroundings.console().note(NoWayInException.advice(problem));
        }

        @Override
        public void drained() {
            say("told to go, and nothing left to do");
        }

        private synchronized void say(String text) {
            if (!text.equals(last)) {
                last = text;
                Console console = surroundings.console();
                console.line(text);
                console.flush();
            }
        }
    }
}
