package io.fluxlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.cluster.worker.WorkerNode;
import io.fluxlab.cluster.worker.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A worker in this JVM, and what it is told. */
final class Joiner implements WorkerNode.Listener, AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final WorkerNode node;
    private final Thread thread;
    private volatile LinkProblem problem;

    Joiner(Access access) {
        this.node = new WorkerNode(access, WorkerSettings.of(1), this);
        this.thread = new Thread(node::work, "joiner");
        thread.start();
    }

    /** Waits until it is a member. */
    void joins() {
        await().atMost(LONG).until(() -> told.stream().anyMatch(each -> each.startsWith("joined")));
    }

    /** Waits until it hears this. */
    void hears(LinkProblem found) {
        await().atMost(LONG).until(() -> told.stream().anyMatch(each -> each.contains(found.text())));
        assertThat(thread.isAlive()).isTrue();
    }

    /** Waits until it has ended, and returns what kept it out. */
    LinkProblem ends() throws InterruptedException {
        thread.join(LONG);
        assertThat(thread.isAlive()).as("still tries: " + told).isFalse();
        assertThat(told).noneMatch(each -> each.startsWith("joined"));
        return problem;
    }

    @Override
    public void joined(String member) {
        told.add("joined as " + member);
    }

    @Override
    public void lost(String reason) {
        told.add("lost: " + reason);
    }

    @Override
    public void refused(String reason) {
        told.add("refused: " + reason);
    }

    @Override
    public void shutOut(LinkProblem found) {
        problem = found;
        told.add("shut out: " + found);
    }

    @Override
    public void drained() {
        told.add("drained");
    }

    @Override
    public void close() throws InterruptedException {
        node.close();
        thread.join(LONG);
    }
}
