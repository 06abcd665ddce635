package io.fluxlab.lecture.queues;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;

/** In which order a queue gives out what was put into it: the three of Python's module {@code queue}. */
enum QueueOrder {
    /** {@code queue.Queue}: first in, first out. */
    @JsonProperty("fifo")
    FIFO("Queue") {
        @Override
        <E extends Comparable<E>> Queue<E> storage() {
            return new ArrayDeque<>();
        }
    },
    /** {@code queue.LifoQueue}: last in, first out. */
    @JsonProperty("lifo")
    LIFO("LifoQueue") {
        @Override
        <E extends Comparable<E>> Queue<E> storage() {
            Deque<E> stack = new ArrayDeque<>();
            return Collections.asLifoQueue(stack);
        }
    },
    /** {@code queue.PriorityQueue}: the smallest first. */
    @JsonProperty("priority")
    PRIORITY("PriorityQueue") {
        @Override
        <E extends Comparable<E>> Queue<E> storage() {
            return new PriorityQueue<>();
        }
    };

    private final String className;

    QueueOrder(String className) {
        this.className = className;
    }

    /** The Python class of this order. */
    String className() {
        return className;
    }

    /** An empty container that gives out in this order. Not thread-safe. */
    abstract <E extends Comparable<E>> Queue<E> storage();
}
