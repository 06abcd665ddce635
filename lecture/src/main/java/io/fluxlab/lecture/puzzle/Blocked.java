package io.fluxlab.lecture.puzzle;

import java.util.Optional;

/**
 * Why a thread can't go on.
 *
 * @param thread who
 * @param lock at which lock
 * @param holder who holds it; nobody where the thread sleeps until it is notified
 */
public record Blocked(int thread, String lock, Optional<Integer> holder) {}
