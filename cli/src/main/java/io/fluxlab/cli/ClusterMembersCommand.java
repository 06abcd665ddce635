package io.fluxlab.cli;

import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.cluster.inquiry.Inquiry;
import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.cluster.message.MemberState;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fluxlab cluster members}. */
@Command(name = "members", description = "Lists who has joined a coordinator.", sortOptions = false)
final class ClusterMembersCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ClusterAccessOptions access = new ClusterAccessOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ClusterMembersCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<MemberState> members = members();
        if (output.json()) {
            members.forEach(new JsonLines(surroundings.console())::accept);
        } else if (members.isEmpty()) {
            surroundings
                    .console()
                    .line("Nobody has joined: 'fluxlab cluster worker --join " + access.address() + "' is a worker.");
        } else {
            Table table = Table.of(
                    Column.left("worker"),
                    Column.left("host"),
                    Column.right("pid"),
                    Column.right("lanes"),
                    Column.right("busy"),
                    Column.left("state"));
            members.forEach(each -> table.row(
                    Cell.of(each.name()),
                    Cell.of(each.host()),
                    Cell.of(String.valueOf(each.pid())),
                    Cell.of(String.valueOf(each.lanes())),
                    Cell.of(String.valueOf(each.busy())),
                    Cell.of(each.draining() ? "draining" : "member")));
            table.lines(
                            output.palette(surroundings.console()),
                            surroundings.console().listWidth())
                    .forEach(surroundings.console()::line);
        }
        return ExitStatus.DONE;
    }

    private List<MemberState> members() {
        Access there = access.access();
        try {
            return new Inquiry(there).members();
        } catch (ActiveMQException e) {
            throw new NoWayInException(LinkProblem.of(there, e), there.address(), e);
        }
    }
}
