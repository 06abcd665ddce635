package io.fluxlab.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Stack frames that are the user's own: not the JDK's, not of a library that runs it, and not of Fluxlab. Stateless. */
public final class UserFrames {

    private static final int MOST = 3;

    private static final int MOST_OF_OTHERS = 5;

    private static final String FLUXLAB = "io.fluxlab.";

    /** In the name of what the JDK makes of a lambda: it calls the user's method, which has a frame of its own. */
    private static final String LAMBDA = "$$Lambda";

    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "reactor.",
            "io.netty.",
            "org.reactivestreams.",
            "org.HdrHistogram.",
            "org.junit.",
            "picocli.");

    private UserFrames() {}

    /** Whether a class of this name is the JDK's, some of which it makes at run time, or of a library that runs others' code. */
    public static boolean isOfLibrary(String className) {
        return className.contains(LAMBDA) || LIBRARIES.stream().anyMatch(className::startsWith);
    }

    /** The first frames that are the user's where an error comes from, or its cause; the innermost first. */
    public static List<String> of(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(10) // causes may form a ring
                .map(cause -> of(cause.getStackTrace()))
                .filter(frames -> !frames.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The first frames of a stack that are the user's, the innermost first. */
    public static List<String> of(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .filter(frame -> !frame.getClassName().startsWith(FLUXLAB) && !isOfLibrary(frame.getClassName()))
                .limit(MOST)
                .map(UserFrames::text)
                .toList();
    }

    /** Where a thread is: its innermost frame, and the first ones that are the user's or, without any, the first few. */
    public static List<String> waiting(StackTraceElement... stack) {
        List<String> own = of(stack);
        Stream<String> innermost =
                Arrays.stream(stack).limit(own.isEmpty() ? MOST_OF_OTHERS : 1).map(UserFrames::text);
        return Stream.concat(innermost, own.stream()).distinct().toList();
    }

    /** A frame without its module and class loader: {@code com.acme.Orders.parse(Orders.java:12)}. */
    public static String text(StackTraceElement frame) {
        String file = frame.getFileName();
        String place = file == null ? "" : frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
        return frame.getClassName() + "." + frame.getMethodName() + "(" + place + ")";
    }
}
