package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.locks.Traffic.Seen;

/**
 * The same traffic without a lock, with one, and confined to one thread.
 *
 * @param round the round's number, from 1
 * @param unlocked what came of no lock
 * @param provoked what came of no lock where mixed pairs were provoked, because there were none; otherwise as unlocked
 * @param attempts how often it was tried until mixed pairs were seen, or given up; 1 where there were some at once
 * @param locked what came of a lock
 * @param confined what came of one thread, to which {@code publishOn} hands all steps
 * @param lockPrice how many times fewer operations were done in a time with the lock than without
 * @param confinementPrice how many times fewer operations were done in a time on one thread than without a lock
 */
record MutexRound(
        int round,
        Seen unlocked,
        Seen provoked,
        int attempts,
        Seen locked,
        Seen confined,
        double lockPrice,
        double confinementPrice) {}
