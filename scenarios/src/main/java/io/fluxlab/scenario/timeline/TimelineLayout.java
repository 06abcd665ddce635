package io.fluxlab.scenario.timeline;

import io.fluxlab.scenario.timeline.Timeline.Arrow;
import io.fluxlab.scenario.timeline.Timeline.Band;
import io.fluxlab.scenario.timeline.Timeline.Bar;
import io.fluxlab.scenario.timeline.Timeline.Hold;
import io.fluxlab.scenario.timeline.Timeline.Moment;
import io.fluxlab.scenario.timeline.Timeline.Note;
import io.fluxlab.scenario.timeline.Timeline.Row;
import io.fluxlab.scenario.timeline.Timeline.State;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.TraceWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays out what threads did. Things that follow each other within microseconds have to be as visible as those that are
 * seconds apart: each has a column, which is the wider the longer it took, but not to scale. For one picture.
 */
final class TimelineLayout {

    /** More columns than anybody steps through. */
    static final int MOST_COLUMNS = 80;

    private static final double ROW = 58;
    private static final double BAR_TOP = 18;
    private static final double BAR = 16;
    private static final double THIN = 4;
    private static final double HOLD_TOP = 38;
    private static final double AXIS = 24;
    private static final double CHARACTER = Columns.CHARACTER;

    private final TraceWording words;
    private final Map<String, Double> tops = new LinkedHashMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Band> circles = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();

    TimelineLayout(Language language) {
        this.words = TraceWording.in(language);
    }

    Timeline of(List<TraceMark> all, long dropped) {
        List<TraceMark> shown = all.stream()
                .sorted(Comparator.comparingLong(TraceMark::atNanos))
                .limit(MOST_COLUMNS)
                .toList();
        LinkedHashSet<String> names = new LinkedHashSet<>();
        shown.forEach(mark -> names.add(mark.thread()));
        names.forEach(name -> tops.put(name, tops.size() * ROW));
        double left = Math.ceil(
                CHARACTER * (1 + names.stream().mapToInt(String::length).max().orElse(0)));
        Columns columns = Columns.of(shown, left);
        ThreadStates states = new ThreadStates(names);
        Map<String, Open> open = new LinkedHashMap<>();
        names.forEach(name -> open.put(name, new Open()));
        for (int i = 0; i < shown.size(); i++) {
            TraceMark mark = shown.get(i);
            states.accept(mark);
            draw(mark, columns.left(i));
            close(open, states, columns.left(i));
            moments.add(moment(i, columns, mark, states));
        }
        double right = columns.right();
        open.forEach((thread, last) -> last.end(thread, right));
        double height = tops.size() * ROW + AXIS;
        return new Timeline(
                right + CHARACTER,
                height,
                tops.entrySet().stream()
                        .map(row -> new Row(row.getKey(), left - CHARACTER, row.getValue() + BAR_TOP + BAR - THIN))
                        .toList(),
                columns.ticks(words),
                bars,
                holds,
                notes,
                arrows,
                circles,
                moments,
                all.size() - shown.size() + dropped);
    }

    private void draw(TraceMark mark, double x) {
        double top = Objects.requireNonNull(tops.get(mark.thread()));
        switch (mark.kind()) {
            case READ -> notes.add(new Note(x + 2, top + BAR_TOP - THIN, "read", Columns.note(mark)));
            case WROTE -> notes.add(new Note(x + 2, top + BAR_TOP - THIN, "wrote", Columns.note(mark)));
            case HANDED_OVER ->
                Optional.ofNullable(tops.get(Objects.requireNonNullElse(mark.value(), "")))
                        .ifPresent(to -> arrows.add(arrow(x + THIN, top, to, mark)));
            case RUNNING, SLEEPING, WAITING, HOLDING, RELEASED, ENDED -> {}
        }
    }

    private Arrow arrow(double x, double fromTop, double toTop, TraceMark mark) {
        boolean down = toTop > fromTop;
        double from = fromTop + (down ? HOLD_TOP + THIN : BAR_TOP);
        double to = toTop + (down ? BAR_TOP : HOLD_TOP + THIN);
        double back = down ? to - 7 : to + 7;
        String head = String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f %.1f,%.1f", x - 4, back, x + 4, back, x, to);
        return new Arrow(x, from, to, head, mark.thread() + " " + words.does(mark));
    }

    /** Ends what a thread does no longer, and begins what it does now. */
    private void close(Map<String, Open> open, ThreadStates states, double x) {
        states.threads().forEach((thread, state) -> {
            Open now = Objects.requireNonNull(open.get(thread));
            if (now.doing != state.doing()) {
                now.endDoing(thread, x);
                now.doing = state.doing();
                now.since = x;
            }
            now.held.keySet().stream()
                    .filter(lock -> !state.holds().contains(lock))
                    .toList()
                    .forEach(lock -> now.endHold(thread, lock, x));
            state.holds().forEach(lock -> now.held.putIfAbsent(lock, x));
        });
    }

    private Moment moment(int column, Columns columns, TraceMark mark, ThreadStates states) {
        List<String> threads = states.circle();
        String circle = threads.isEmpty() ? "" : words.circle(threads);
        double x = columns.left(column);
        double width = columns.width(column);
        if (!circle.isEmpty()) {
            circles.add(new Band(x, width, circle));
        }
        return new Moment(
                column + 1,
                x,
                width,
                words.time(mark.atNanos()),
                mark.thread(),
                words.does(mark),
                circle,
                states.threads().entrySet().stream()
                        .map(thread -> new State(
                                thread.getKey(),
                                doing(thread.getValue(), states),
                                String.join(", ", thread.getValue().holds())))
                        .toList());
    }

    private String doing(ThreadStates.State state, ThreadStates states) {
        TraceMark last = state.last();
        if (last == null) {
            return "";
        }
        String lock = last.name();
        return last.kind() != Kind.WAITING || lock == null
                ? words.does(last)
                : states.holder(lock).map(holder -> words.waits(lock, holder)).orElseGet(() -> words.does(last));
    }

    /** What of a thread's row is not drawn yet. */
    private final class Open {
        private @Nullable TraceMark doing;
        private double since;
        private final Map<String, Double> held = new LinkedHashMap<>();

        void end(String thread, double x) {
            endDoing(thread, x);
            List.copyOf(held.keySet()).forEach(lock -> endHold(thread, lock, x));
        }

        void endDoing(String thread, double x) {
            TraceMark mark = doing;
            if (mark == null || x <= since) {
                return;
            }
            double top = Objects.requireNonNull(tops.get(thread)) + BAR_TOP;
            String tip = thread + " " + words.does(mark);
            switch (mark.kind()) {
                case WAITING -> bars.add(bar(top, x, BAR, "waiting", tip, words.does(mark)));
                case SLEEPING -> bars.add(bar(top + (BAR - THIN) / 2, x, THIN, "sleeping", tip, ""));
                case RUNNING, HOLDING, READ, WROTE ->
                    bars.add(bar(
                            top,
                            x,
                            BAR,
                            "running",
                            tip,
                            mark.kind() == Kind.RUNNING ? Objects.requireNonNullElse(mark.name(), "") : ""));
                case RELEASED, HANDED_OVER, ENDED -> {}
            }
        }

        private Bar bar(double y, double x, double height, String kind, String tip, String label) {
            return new Bar(since, y, x - since, height, kind, tip, fitting(label, x - since));
        }

        void endHold(String thread, String lock, double x) {
            double from = Objects.requireNonNull(held.remove(lock));
            double level = Objects.requireNonNull(tops.get(thread)) + HOLD_TOP;
            holds.add(new Hold(from, level, x - from, thread + ": " + lock, fitting(lock, x - from)));
        }

        private static String fitting(String label, double width) {
            return CHARACTER * label.length() <= width ? label : "";
        }
    }
}
