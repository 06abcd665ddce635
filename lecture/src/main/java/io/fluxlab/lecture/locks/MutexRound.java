package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.locks.Traffic.Seen;

/**
 * One round of traffic to a point: without a lock, with one, and confined to one thread.
 *
 * @param round the round's number, from 1
 * @param unlocked what came of no lock
 * @param locked what came of a lock
 * @param confined what came of one thread, to which {@code publishOn} hands all steps
 * @param attempts how often it was tried until mixed pairs were seen, or given up; 1 where there were some at once
 * @param provoked what came of no lock in the last of the attempts
 * @param guarded what came of a lock under the same provocation
 */
record MutexRound(int round, Seen unlocked, Seen locked, Seen confined, int attempts, Seen provoked, Seen guarded) {}
