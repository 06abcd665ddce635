package io.fluxlab.process.child;

import io.rsocket.RSocket;

/**
 * What a child process does: answers its parent's requests. Found by {@link java.util.ServiceLoader}, named by its class;
 * made once in its process.
 */
public interface ChildProgram {

    /**
     * What answers the parent. Called once, before the connection is there.
     *
     * @param process what the program's process offers
     */
    RSocket start(ChildScope process);
}
