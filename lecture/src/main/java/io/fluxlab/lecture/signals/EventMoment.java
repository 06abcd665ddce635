package io.fluxlab.lecture.signals;

/**
 * What was seen of an event and those who wait for it.
 *
 * @param moment which one: {@code created}, {@code came}, {@code set}, {@code came-while-set}, {@code cleared},
 *     {@code time-limit}, {@code set-again}
 * @param isSet whether the event was set
 * @param waiting how many were waiting
 * @param passed how many had passed since the event was made
 * @param waited how many of those who came had to wait, since the event was made
 * @param gaveUp how many had reached their time limit
 * @param threads on how many different threads those who wait had come, since the event was made
 * @param threadsHeld how many of these threads did nothing but wait, by their own state
 */
record EventMoment(
        String moment, boolean isSet, int waiting, int passed, int waited, int gaveUp, int threads, int threadsHeld) {}
