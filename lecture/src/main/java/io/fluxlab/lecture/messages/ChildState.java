package io.fluxlab.lecture.messages;

import io.fluxlab.process.message.TooLargeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child says of itself. Immutable.
 *
 * @param process its id
 * @param held what it has in its hands
 * @param put how many messages it has put
 * @param waiting how many of its threads wait for room
 * @param error what its queue refused to take, and why; null where it took all
 * @param size how large a message was that is too large
 */
record ChildState(
        long process,
        List<Object> held,
        long put,
        int waiting,
        @Nullable String error,
        long size) {

    static ChildState holding(List<Object> held, ProcessQueue queue) {
        return new ChildState(ProcessHandle.current().pid(), held, queue.put(), queue.waiting(), null, 0);
    }

    static ChildState refused(RuntimeException error, ProcessQueue queue) {
        long size = error instanceof TooLargeException tooLarge ? tooLarge.size() : 0;
        return new ChildState(
                ProcessHandle.current().pid(), List.of(), queue.put(), queue.waiting(), error.getMessage(), size);
    }
}
