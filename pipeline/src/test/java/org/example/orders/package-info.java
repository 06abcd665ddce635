/** Stands for the code of those who use the lab. */
@NullMarked
package org.example.orders;

import org.jspecify.annotations.NullMarked;
