package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The events of a run that has ended, read as a whole. */
public final class Story {

    private final List<RunEvent> events;

    private Story(List<RunEvent> events) {
        this.events = events;
    }

    /** The story, once it was found to hold together: see {@link #checkNumbers} and {@link #checkTasks}. */
    public static Story of(List<RunEvent> events) {
        Story story = new Story(events);
        story.checkNumbers();
        story.checkTasks();
        return story;
    }

    public List<RunEvent> events() {
        return events;
    }

    public <E extends RunEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public RunFinished end() {
        return (RunFinished) events.get(events.size() - 1);
    }

    /** What each task emitted. */
    public Map<Integer, List<Object>> items() {
        Map<Integer, List<Object>> items = new HashMap<>();
        all(TaskItems.class)
                .forEach(batch -> items.computeIfAbsent(batch.task(), task -> new ArrayList<>())
                        .addAll(batch.items()));
        return items;
    }

    /** The failures' codes by task. */
    public Map<Integer, String> failures() {
        Map<Integer, String> failures = new HashMap<>();
        all(TaskFailed.class)
                .forEach(failed -> failures.put(failed.task(), failed.error().code()));
        return failures;
    }

    /** The most tasks that had started and not ended at once, in the order of the events. */
    public int mostAtOnce() {
        return mostAtOnce(events);
    }

    public static int mostAtOnce(List<RunEvent> events) {
        int now = 0;
        int most = 0;
        for (RunEvent event : events) {
            now += event instanceof TaskStarted ? 1 : isEnd(event) ? -1 : 0;
            most = Math.max(most, now);
        }
        return most;
    }

    /** Numbers from 0, with gaps only where a conflated event says so; one beginning and one end. */
    private void checkNumbers() {
        assertThat(events).first().isInstanceOf(RunStarted.class);
        assertThat(all(RunStarted.class)).hasSize(1);
        assertThat(all(RunFinished.class)).hasSize(1);
        assertThat(events).last().isInstanceOf(RunFinished.class);
        long next = 0;
        for (RunEvent event : events) {
            assertThat(event.seq()).as("seq of %s", event).isEqualTo(next + conflated(event));
            next = event.seq() + 1;
        }
        assertThat(end().summary().conflated()).isEqualTo(next - events.size());
    }

    /** Of each task that starts: one start, items without gaps, one end, nothing after it; and the sums are right. */
    private void checkTasks() {
        Map<Integer, Long> open = new HashMap<>();
        Set<Integer> ended = new HashSet<>();
        for (RunEvent event : events) {
            if (event instanceof TaskStarted started) {
                assertThat(open.put(started.task(), 0L))
                        .as("open before %s", event)
                        .isNull();
                assertThat(ended).doesNotContain(started.task());
            } else if (event instanceof TaskProgress progress) {
                assertThat(open).as("open at %s", event).containsKey(progress.task());
            } else if (event instanceof TaskItems items) {
                assertThat(open).as("open at %s", event).containsEntry(items.task(), items.from());
                assertThat(items.items()).hasSizeBetween(1, ItemBuffer.BATCH);
                open.merge(items.task(), (long) items.items().size(), Long::sum);
            } else if (event instanceof TaskFinished finished) {
                assertThat(open.remove(finished.task()))
                        .as("items before %s", event)
                        .isEqualTo(finished.items());
                ended.add(finished.task());
            } else if (event instanceof TaskFailed failed) {
                assertThat(open.remove(failed.task()))
                        .as("open before %s", event)
                        .isNotNull();
                ended.add(failed.task());
            }
        }
        assertThat(open).as("tasks without an end").isEmpty();
        assertThat(end().summary().tasks()).isEqualTo(ended.size());
        assertThat(end().summary().failed()).isEqualTo(all(TaskFailed.class).size());
        assertThat(end().summary().items())
                .isEqualTo(IntStream.range(0, events.size())
                        .filter(i -> events.get(i) instanceof TaskItems)
                        .mapToLong(i -> ((TaskItems) events.get(i)).items().size())
                        .sum());
    }

    private static long conflated(RunEvent event) {
        return event instanceof TaskProgress progress
                ? progress.conflated()
                : event instanceof Pulse pulse ? pulse.conflated() : 0;
    }

    private static boolean isEnd(RunEvent event) {
        return event instanceof TaskFinished || event instanceof TaskFailed;
    }
}
