package io.fluxlab.lecture.threads;

import java.io.IOException;

/** The work as a process, described but not started. What it says goes where the program's own words go. */
final class ForgottenProcess {

    private final ProcessBuilder builder;
    private final boolean daemon;

    ForgottenProcess(Forgotten forgotten, boolean daemon, int workMillis) {
        String[] arguments = ForgottenWork.arguments(forgotten, workMillis);
        this.builder =
                new ProcessBuilder(ChildJvm.of(ForgottenWork.class, arguments).command()).inheritIO();
        this.daemon = daemon;
    }

    void use(Forgotten forgotten) throws IOException, InterruptedException {
        switch (forgotten) {
            case START -> {} // the builder knows all about the process, and there is none
            case JOIN -> start();
            case NOTHING -> start().waitFor();
        }
    }

    /**
     * To Java, all processes are alike: none ends with the program that has started it, and no program waits for one. A
     * daemon is ended here as Python's multiprocessing does it, which asks it to terminate and waits until it has.
     */
    private Process start() throws IOException {
        Process process = builder.start();
        ForgottenProgram.say(ChildJvm.announcement(process));
        if (daemon) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.destroy();
                process.onExit().join();
            }));
        }
        return process;
    }
}
