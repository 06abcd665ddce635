package io.fluxlab.lecture.locks;

/**
 * One who was inside.
 *
 * @param guest number of the guest, from 0
 * @param inside how many were inside when it had come in, itself included
 * @param thread name of the thread that came in
 */
record Visit(int guest, int inside, String thread) {}
