package io.fluxlab.lab;

import io.fluxlab.workload.Workload;

/** Whose a workload is, in the order in which a lab lists them: whoever asks looks for their own first. */
enum Shelf {
    /** The user's: from a jar of theirs, or made of a body that they gave. */
    OWN,
    /** What comes along for everybody. */
    GENERAL,
    /** The lecture's phenomena. */
    LECTURE,
    /** What people wrote and reported, and what puts it right. */
    TRAP;

    private static final String OURS = "io.fluxlab.";
    private static final String LECTURES = OURS + "lecture.";
    private static final String TRAPS = OURS + "traps.";
    private static final String MADE_OF_A_BODY = Workload.class.getPackageName();

    /** Where a workload stands, by the package of its class. */
    static Shelf of(Workload<?> workload) {
        String name = workload.getClass().getPackageName() + ".";
        if (name.startsWith(LECTURES)) {
            return LECTURE;
        }
        if (name.startsWith(TRAPS)) {
            return TRAP;
        }
        return name.startsWith(OURS) && !name.equals(MADE_OF_A_BODY + ".") ? GENERAL : OWN;
    }
}
