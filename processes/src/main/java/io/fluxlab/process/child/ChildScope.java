package io.fluxlab.process.child;

import io.fluxlab.loop.HomeLoop;

/**
 * What a child process offers its program. Immutable. A loop's thread starts with its first use.
 *
 * @param io the loop of the connection to the parent: nothing may hold it up, or the child seems dead
 * @param home the home loop of tasks that run here
 */
public record ChildScope(HomeLoop io, HomeLoop home) {

    static ChildScope open() {
        return new ChildScope(HomeLoop.open("process-io"), HomeLoop.open("process-home"));
    }
}
