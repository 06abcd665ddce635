package io.fluxlab.junit.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A stack as it was found, and what it says of its thread. Immutable. */
final class StackFrames {

    /** The packages whose frames are none of the user's. */
    private static final List<String> NOT_THE_USERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "reactor.",
            "io.netty.",
            "org.reactivestreams.",
            "io.fluxlab.run.",
            "io.fluxlab.task.",
            "io.fluxlab.lane.",
            "io.fluxlab.loop.",
            "io.fluxlab.junit.trial.",
            "io.fluxlab.junit.engine.");

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** Native methods that wait for a device while the JVM calls their thread running. */
    private static final Set<String> INPUT_AND_OUTPUT = Set.of(
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "sun.nio.ch.Net",
            "sun.nio.ch.SocketDispatcher",
            "sun.nio.ch.UnixDispatcher",
            "sun.nio.ch.UnixFileDispatcherImpl",
            "sun.nio.ch.FileDispatcherImpl",
            "java.net.Inet4AddressImpl",
            "java.net.Inet6AddressImpl");

    private final List<StackTraceElement> frames;

    StackFrames(StackTraceElement... frames) {
        this.frames = List.of(frames);
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Whether the thread is in the event loop's own business: waiting for the next event, or taking one. */
    boolean isOfLoop() {
        return users().isEmpty()
                && frames.stream()
                        .filter(frame -> !isIn(JDK, frame))
                        .findFirst()
                        .map(frame -> frame.getClassName().startsWith("io.netty.")
                                || frame.getClassName().startsWith("io.fluxlab."))
                        .orElse(true);
    }

    /** Whether the thread waits in native code for a file, a socket or a name. */
    boolean isInInputOrOutput() {
        StackTraceElement top = frames.get(0);
        return top.isNativeMethod() && INPUT_AND_OUTPUT.contains(top.getClassName());
    }

    /** The outermost call of a library that the user's code has made, and the line that made it. */
    String where() {
        int line = users().map(frames::indexOf).orElse(0);
        StackTraceElement user = frames.get(line);
        return line == 0 ? shown(user) : "%s at %s".formatted(call(frames.get(line - 1)), shown(user));
    }

    private Optional<StackTraceElement> users() {
        return frames.stream().filter(frame -> !isIn(NOT_THE_USERS, frame)).findFirst();
    }

    private static boolean isIn(List<String> packages, StackTraceElement frame) {
        return packages.stream().anyMatch(frame.getClassName()::startsWith);
    }

    private static String call(StackTraceElement frame) {
        return simple(frame) + "." + frame.getMethodName();
    }

    private static String shown(StackTraceElement frame) {
        return "%s(%s:%d)".formatted(call(frame), frame.getFileName(), frame.getLineNumber());
    }

    private static String simple(StackTraceElement frame) {
        return Arrays.asList(frame.getClassName().split("\\.")).getLast();
    }
}
