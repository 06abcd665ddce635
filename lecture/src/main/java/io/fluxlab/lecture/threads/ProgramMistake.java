package io.fluxlab.lecture.threads;

/**
 * A program's mistake.
 *
 * @param forgotten what it forgets
 * @param daemon whether the thread or process that does the work is a daemon, which ends with the program
 */
record ProgramMistake(Forgotten forgotten, boolean daemon) {

    String label(Carrier carrier) {
        String kind = daemon ? "daemon" : "non-daemon";
        String what = switch (carrier) {
            case THREAD -> kind + " thread";
            case FLUX -> "Flux on a " + kind + " thread";
            case PROCESS -> kind + " process";
        };
        return what
                + switch (forgotten) {
                    case START -> ", not started";
                    case JOIN -> ", not awaited";
                    case NOTHING -> ", awaited";
                };
    }
}
