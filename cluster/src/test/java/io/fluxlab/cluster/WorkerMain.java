package io.fluxlab.cluster;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.cluster.worker.WorkerNode;
import io.fluxlab.cluster.worker.WorkerSettings;
import java.io.PrintStream;

/** A worker as a program: joins where its arguments say (address, token), with one lane, and prints what it is told. */
public final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] arguments) {
        Access access = Access.onLoopback(Address.parse("address", arguments[0]), arguments[1]);
        new WorkerNode(access, WorkerSettings.of(1), new Printer(System.out)).work();
        System.exit(0);
    }

    private record Printer(PrintStream out) implements WorkerNode.Listener {

        @Override
        public void joined(String member) {
            out.println("joined " + member);
        }

        @Override
        public void lost(String reason) {
            out.println("lost " + reason);
        }

        @Override
        public void refused(String reason) {
            out.println("refused " + reason);
        }

        @Override
        public void shutOut(LinkProblem problem) {
            out.println("shut out " + problem);
        }

        @Override
        public void drained() {
            out.println("drained");
        }
    }
}
