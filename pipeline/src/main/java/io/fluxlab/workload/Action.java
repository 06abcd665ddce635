package io.fluxlab.workload;

/** What a task does where nothing comes of it. Called from several threads at once, so that it must be thread-safe. */
@FunctionalInterface
public interface Action {

    /**
     * Does it, once.
     *
     * @throws Exception which fails the task
     */
    void run() throws Exception;
}
