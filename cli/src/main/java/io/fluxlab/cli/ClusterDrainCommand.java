package io.fluxlab.cli;

import io.fluxlab.cluster.inquiry.Inquiry;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.LinkProblem;
import java.util.concurrent.Callable;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab cluster drain}. */
@Command(
        name = "drain",
        description = "Has a worker take no more tasks, and leave when it has none.",
        sortOptions = false)
final class ClusterDrainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "WORKER", description = "By its name in 'fluxlab cluster members'.")
    private String worker = "";

    @Mixin
    private final ClusterAccessOptions access = new ClusterAccessOptions();

    ClusterDrainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Access there = access.access();
        try {
            if (!new Inquiry(there).drain(worker)) {
                throw new FailedException("no worker %s; 'fluxlab cluster members' lists them".formatted(worker));
            }
        } catch (ActiveMQException e) {
            throw new NoWayInException(LinkProblem.of(there, e), there.address(), e);
        }
        surroundings.console().line(worker + " takes no more tasks");
        return ExitStatus.DONE;
    }
}
