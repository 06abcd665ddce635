package io.fluxlab.lecture.manager;

/** An object that other processes use. Confined to the loop of the children: it never waits, it answers later. */
@FunctionalInterface
interface ManagedObject {

    /** Does what is asked, and answers at once or when somebody else's call lets it. */
    void call(MethodCall call, WaitingProcess client);

    static IllegalArgumentException unknown(MethodCall call) {
        return new IllegalArgumentException("no such method here: " + call.method());
    }
}
