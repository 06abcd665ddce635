/**
 * Runs that outlive their viewers, kept in a data base: H2 in a folder, or PostgreSQL.
 *
 * <p>A {@code RunRecorder} subscribes to a run and hands its events, encoded, to a {@code RunRecording}, which puts them together to
 * batches. The {@code BatchWriter} compresses these and writes them, every fifth of a second. Whoever watches reads batches:
 * the newest from the recording, all others from the data base, so that nobody who is slow makes anything wait.
 */
@NullMarked
package io.fluxlab.history;

import org.jspecify.annotations.NullMarked;
