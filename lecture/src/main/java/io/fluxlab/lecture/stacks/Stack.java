package io.fluxlab.lecture.stacks;

/**
 * What was seen of one of several threads that ran the same method, while all of them were in it. Immutable.
 *
 * @param thread its name
 * @param depth how often it was to call itself
 * @param frames how many frames of that method were on its stack, while all threads were at their deepest
 * @param locals how many of these frames had their own local variable still as it was, on the way back
 * @param steps how far each was to count meanwhile, in a local variable that a register holds
 * @param counted how far it came
 * @param heapObject which object on the heap it wrote to, by its identity
 * @param entries how many entries were in there when all had written
 */
record Stack(String thread, int depth, int frames, int locals, long steps, long counted, int heapObject, int entries) {}
