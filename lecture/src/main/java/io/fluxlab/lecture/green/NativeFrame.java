package io.fluxlab.lecture.green;

/** A class whose initialiser makes a call: the JVM calls initialisers through a frame of native code. */
final class NativeFrame {

    static {
        ClassInitialiser.runNext();
    }

    private NativeFrame() {}
}
