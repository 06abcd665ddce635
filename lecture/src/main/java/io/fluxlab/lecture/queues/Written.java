package io.fluxlab.lecture.queues;

/**
 * What the program that squares has written, and how it ended. Immutable.
 *
 * @param outfile what is in the output file
 * @param bytes how many bytes that is
 * @param finished whether the program reached its end
 * @param stuckIn the call that it waited in until its time was up, empty where it finished
 * @param unfinished how many items were put into the queue and never done
 * @param workerError what the worker died of, empty where it did not
 */
record Written(String outfile, long bytes, boolean finished, String stuckIn, int unfinished, String workerError) {}
