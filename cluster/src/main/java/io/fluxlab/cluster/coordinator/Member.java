package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.message.Hello;

/**
 * A worker that has joined, as it can be told to others. Immutable.
 *
 * @param hello what it has said of itself
 */
public record Member(Hello hello) {

    /** What it calls itself. */
    public String name() {
        return hello.member();
    }

    /** What events call one of its lanes. */
    String worker(int lane) {
        return process() + " lane-" + lane;
    }

    /** What events call its process. */
    String process() {
        return "%s pid %d".formatted(hello.host(), hello.pid());
    }
}
