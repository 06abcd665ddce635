package io.fluxlab.trail;

import io.fluxlab.trail.HopPath.Stop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The threads that one subscription comes to, and how it came there from where. Thread-safe.
 *
 * <p>A request may start an operator's thread before any item has come to it, as that of {@code publishOn} does: it did not
 * come from where the request was made, but from wherever the items do.
 */
final class HopTrace {

    private static final ThreadLocal<@Nullable Position> HERE = new ThreadLocal<>();

    private final List<Node> nodes = new ArrayList<>();
    private final Node first = new Node(this, null, null, Thread.currentThread().getName(), false);

    HopTrace() {
        nodes.add(first);
    }

    /** Where a thread is on its way, and whether it is there to ask for more. */
    private record Position(Node node, boolean requests) {}

    /** A thread on the way, led to from another one. */
    static final class Node {
        private final HopTrace trace;
        private final @Nullable Node from;
        private final @Nullable String via;
        private final String thread;
        private final boolean wasAsked;
        private final LongAdder nanos = new LongAdder();
        private final LongAdder items = new LongAdder();

        private Node(HopTrace trace, @Nullable Node from, @Nullable String via, String thread, boolean wasAsked) {
            this.trace = trace;
            this.from = from;
            this.via = via;
            this.thread = thread;
            this.wasAsked = wasAsked;
        }

        /** The thread that this operator leads to: one that was come to before in this way, else a new one. */
        private Node goTo(String operator, boolean asked) {
            String name = Thread.currentThread().getName();
            synchronized (trace) {
                for (Node node = this; node != null; node = node.from) {
                    if (operator.equals(node.via) && name.equals(node.thread)) {
                        return node; // requests go to and fro between two threads
                    }
                }
                for (Node node : trace.nodes) {
                    if (node.from == this && operator.equals(node.via) && name.equals(node.thread)) {
                        return node;
                    }
                }
                Node node = new Node(trace, this, operator, name, asked);
                trace.nodes.add(node);
                return node;
            }
        }

        private int depth() {
            return from == null ? 0 : 1 + from.depth();
        }

        private boolean isLike(Node other) {
            return thread.equals(other.thread) && Objects.equals(via, other.via);
        }
    }

    /** What a scheduler is given to run from here, so that its thread is known to come from here; null where nothing is followed. */
    static @Nullable Runnable follow(Runnable work, Function<Class<?>, String> operator) {
        Position from = HERE.get();
        if (from == null) {
            return null;
        }
        String name = operator.apply(work.getClass());
        return () -> run(new Position(from.node.goTo(name, from.requests), false), work);
    }

    /** Subscribes on this thread, where the way begins. */
    void subscribe(Runnable work) {
        run(new Position(first, false), work);
    }

    /** Asks for more on this thread. */
    void request(Runnable work) {
        Position here = HERE.get();
        run(new Position(here != null && here.node.trace == this ? here.node : first, true), work);
    }

    private static void run(Position position, Runnable work) {
        Position before = HERE.get();
        HERE.set(position);
        boolean isOuter = before == null || before.node != position.node;
        long start = isOuter ? System.nanoTime() : 0;
        try {
            work.run();
        } finally {
            if (isOuter) {
                position.node.nanos.add(System.nanoTime() - start);
            }
            HERE.set(before);
        }
    }

    /** An item arrives on this thread. */
    void item() {
        current().items.increment();
    }

    /** The way to this thread. */
    synchronized HopPath path() {
        Node last = current();
        if (last == first && nodes.size() == 1) { // most often, and to be cheap
            return new HopPath(1, List.of(new Stop(first.thread, null, first.nanos.sum(), first.items.sum())));
        }
        List<Stop> stops = new ArrayList<>();
        for (Node node = last; node != null; node = origin(node)) {
            stops.add(stop(node));
        }
        Collections.reverse(stops);
        return new HopPath(1, stops);
    }

    /** Where items came from to this thread: the farthest that signals have led to, where a request has led here. */
    private @Nullable Node origin(Node node) {
        if (!node.wasAsked) {
            return node.from;
        }
        return nodes.stream()
                .filter(other -> !other.wasAsked && !other.isLike(node) && !isBehind(other, node))
                .max(Comparator.comparingInt(Node::depth))
                .orElse(node.from);
    }

    private static boolean isBehind(Node later, Node earlier) {
        for (Node at = later; at != null; at = at.from) {
            if (at.isLike(earlier)) {
                return true;
            }
        }
        return false;
    }

    /** Several ways lead to one thread through one operator. Called for every task: without streams. */
    private Stop stop(Node node) {
        long nanos = 0;
        long items = 0;
        for (Node other : nodes) {
            if (other == node || node.isLike(other)) {
                nanos += other.nanos.sum();
                items += other.items.sum();
            }
        }
        return new Stop(node.thread, node.via, nanos, items);
    }

    /** A thread that no scheduler of Reactor's has led to was come to from the first one, as far as can be seen. */
    private Node current() {
        Position here = HERE.get();
        if (here != null && here.node.trace == this) {
            return here.node;
        }
        return Thread.currentThread().getName().equals(first.thread) ? first : first.goTo("?", false);
    }
}
