package practice;

import java.util.List;

/** Adds the operands of one set: {@code Addition::add}, or another one that a test passes. */
@FunctionalInterface
public interface Adder {

    Object add(List<?> operands);
}
