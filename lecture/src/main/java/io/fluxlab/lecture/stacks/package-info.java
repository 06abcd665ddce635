/** What each thread has for itself, and what all of them share: stacks, and the heap (lecture: Поток). */
@NullMarked
package io.fluxlab.lecture.stacks;

import org.jspecify.annotations.NullMarked;
