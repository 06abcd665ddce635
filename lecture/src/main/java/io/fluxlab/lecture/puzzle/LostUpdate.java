package io.fluxlab.lecture.puzzle;

/**
 * How an update was lost; turns are counted from 1.
 *
 * @param load the turn in which the loser's overwriter read the variable
 * @param between the turn in which the other thread stored its own value
 * @param store the turn in which that value was overwritten
 * @param reader who read early and stored late
 * @param loser whose value is lost
 */
public record LostUpdate(int load, int between, int store, int reader, int loser) {}
