package io.fluxlab.lecture.queues;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.queues.ThreadQueueMoment.EqualPriority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a priority queue does with items of one priority. Stateless. */
final class EqualPriorities {

    private static final int PRIORITY = 1;
    private static final List<String> ITEMS = List.of("d", "b", "e", "a", "c");

    private EqualPriorities() {}

    /** The lecture's pair of priority and item, compared like a Python tuple: where the priorities are equal, by the items. */
    private record Pair(int priority, Object item) implements Comparable<Pair> {
        @Override
        @SuppressWarnings("unchecked") // what can't be compared says so
        public int compareTo(Pair other) {
            int order = Integer.compare(priority, other.priority);
            return order != 0 ? order : ((Comparable<Object>) item).compareTo(other.item);
        }
    }

    /** An item that nobody looks at. */
    private record Plain(int priority, String item) implements Comparable<Plain> {
        @Override
        public int compareTo(Plain other) {
            return Integer.compare(priority, other.priority);
        }
    }

    /** An item that knows when it came. */
    private record Numbered(int priority, int number, String item) implements Comparable<Numbered> {
        @Override
        public int compareTo(Numbered other) {
            int order = Integer.compare(priority, other.priority);
            return order != 0 ? order : Integer.compare(number, other.number);
        }
    }

    static EqualPriority show() throws InterruptedException {
        JoinableQueue<Pair> incomparable = new JoinableQueue<>(QueueOrder.PRIORITY, 0);
        List<Integer> refused = new ArrayList<>();
        String error = "";
        for (int put = 1; put <= 2; put++) {
            try {
                incomparable.put(new Pair(PRIORITY, Map.of("number", put)), Patience.DEFAULT);
            } catch (ClassCastException e) {
                refused.add(put);
                error = e.getClass().getSimpleName();
            }
        }
        return new EqualPriority(
                "equal-priorities",
                QueueOrder.PRIORITY,
                ITEMS,
                through(item -> new Pair(PRIORITY, item), pair -> pair.item().toString()),
                through(item -> new Plain(PRIORITY, item), Plain::item),
                through(item -> new Numbered(PRIORITY, ITEMS.indexOf(item), item), Numbered::item),
                refused,
                error,
                incomparable.unfinished());
    }

    private static <E extends Comparable<E>> List<String> through(Function<String, E> in, Function<E, String> out)
            throws InterruptedException {
        JoinableQueue<E> queue = new JoinableQueue<>(QueueOrder.PRIORITY, 0);
        for (String item : ITEMS) {
            queue.put(in.apply(item), Patience.DEFAULT);
        }
        List<String> got = new ArrayList<>();
        for (int i = 0; i < ITEMS.size(); i++) {
            got.add(out.apply(queue.get(Patience.DEFAULT)));
        }
        return got;
    }
}
