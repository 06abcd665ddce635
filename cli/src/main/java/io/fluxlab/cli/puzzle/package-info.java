/**
 * A puzzle of the lecture as people see it: {@link io.fluxlab.cli.puzzle.Listing} and
 * {@link io.fluxlab.cli.puzzle.Board} show where its threads are, {@link io.fluxlab.cli.puzzle.PuzzleGame} plays it with
 * keys, in the room that {@link io.fluxlab.cli.puzzle.GameView} finds, {@link io.fluxlab.cli.puzzle.PlayText} and
 * {@link io.fluxlab.cli.puzzle.ExplorationText} tell how a schedule ended and what there is in all of them.
 */
@NullMarked
package io.fluxlab.cli.puzzle;

import org.jspecify.annotations.NullMarked;
