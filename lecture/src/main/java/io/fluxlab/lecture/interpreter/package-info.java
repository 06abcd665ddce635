/**
 * Computing and waiting under one interpreter lock: what those that wait for I/O pay for those that compute (lecture: GIL –
 * Global Interpreter Lock).
 */
@NullMarked
package io.fluxlab.lecture.interpreter;

import org.jspecify.annotations.NullMarked;
