package io.fluxlab.lecture.data;

/**
 * What {@code +} made of its operands. Immutable.
 *
 * @param type of the operands and of the sum: {@code integer}, {@code string} or {@code list}
 * @param left the left operand
 * @param right the right operand
 * @param sum the sum
 */
record Added(String type, Object left, Object right, Object sum) {}
