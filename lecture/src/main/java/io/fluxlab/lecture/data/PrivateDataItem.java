package io.fluxlab.lecture.data;

/**
 * What one owner of private data found where it had put it, or a job where it was about to put its own. Immutable.
 *
 * @param owner whose it is, from 1
 * @param mine what the owner has put there, or is about to
 * @param seen what was found; empty where there was nothing
 * @param setOn the thread on which it was put there
 * @param seenOn the thread on which it was found
 * @param left what was found there on the same thread once the owner was done with it; empty where there was nothing
 */
record PrivateDataItem(int owner, String mine, String seen, String setOn, String seenOn, String left) {}
