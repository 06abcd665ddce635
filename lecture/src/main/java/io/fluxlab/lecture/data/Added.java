package io.fluxlab.lecture.data;

/**
 * What {@code +} made of its operands. Immutable. Integers beyond 64 bits are given by their digits, as texts: not every
 * format and language can carry them as numbers.
 *
 * @param type of the operands and of the sum: {@code integer}, {@code string} or {@code list}
 * @param left the left operand
 * @param right the right operand
 * @param sum the sum
 */
record Added(String type, Object left, Object right, Object sum) {}
