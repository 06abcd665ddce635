package io.fluxlab.lane;

/** How far from the run a lane's tasks are, from the nearest on: the order in which a lab lists its lanes. */
public enum Locality {
    /** In the JVM of the run: tasks share its heap. */
    PROCESS,
    /** In other processes of this machine: values are encoded, and go through pipes or sockets of the machine. */
    HOST,
    /** On machines that a network connects. */
    NETWORK
}
