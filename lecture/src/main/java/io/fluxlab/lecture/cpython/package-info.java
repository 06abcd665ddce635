/** The original beside the copy: runs a script on the CPython of this machine, where there is one, and reads what it says. */
@NullMarked
package io.fluxlab.lecture.cpython;

import org.jspecify.annotations.NullMarked;
