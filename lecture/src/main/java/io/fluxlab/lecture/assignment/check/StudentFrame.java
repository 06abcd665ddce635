package io.fluxlab.lecture.assignment.check;

import java.util.Arrays;

/** Where in the student's own code something was. */
final class StudentFrame {

    private static final String PACKAGE = "practice.";
    private static final String CHECKS = "practice.HiddenChecks";

    private StudentFrame() {}

    /** The innermost frame of the student's code; empty where there is none. */
    static String of(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith(PACKAGE)
                        && !frame.getClassName().startsWith(CHECKS))
                .findFirst()
                .map(StackTraceElement::toString)
                .map(text -> text.substring(text.lastIndexOf("//") + 1).replace("app/", ""))
                .orElse("");
    }
}
