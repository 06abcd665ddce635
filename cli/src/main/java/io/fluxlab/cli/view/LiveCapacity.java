package io.fluxlab.cli.view;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.CapacityEvent.LaneFound;
import io.fluxlab.capacity.CapacityEvent.StepFinished;
import io.fluxlab.capacity.CapacityEvent.StepStarted;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.figure.CapacityReport;
import io.fluxlab.cli.figure.ReportWords;
import io.fluxlab.cli.figure.StepText;
import io.fluxlab.cli.live.Animation;
import io.fluxlab.cli.live.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search on a terminal: the last step of each lane or what was found of it, and the step that goes on. Thread-safe. */
public final class LiveCapacity implements View<CapacityEvent>, Picture {

    private final ReportWords words;
    private final Palette palette;
    private final StepText text;
    private final Map<String, String> lanes = new LinkedHashMap<>();
    private final long startNanos = System.nanoTime();
    private final Animation animation;
    private String phase;
    private @Nullable CapacityStarted started;

    /** Begins to show a search that has yet to start. */
    public LiveCapacity(ReportWords words, Palette palette) {
        this.words = words;
        this.palette = palette;
        this.text = new StepText(words);
        this.phase = words.say("phase.starting");
        this.animation = Animation.of(this);
    }

    @Override
    public synchronized void accept(CapacityEvent event) {
        switch (event) {
            case CapacityStarted first -> {
                started = first;
                first.lanes().forEach(lane -> lanes.put(lane, lane));
            }
            case StepStarted step -> phase = text.of(step, palette);
            case StepFinished step -> lanes.put(step.lane(), text.of(step));
            case LaneFound found ->
                lanes.put(found.capacity().lane(), CapacityReport.line(found.capacity(), words, palette));
            case CapacityFinished ignored -> phase = words.say("phase.done");
        }
    }

    @Override
    public synchronized List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>();
        if (started != null) {
            lines.addAll(CapacityReport.opening(started, words, palette));
            lines.add("");
            lines.addAll(lanes.values());
            lines.add("");
        }
        lines.add(phase + palette.paint(Ink.FAINT, ", " + time()));
        return lines;
    }

    private String time() {
        String elapsed = words.seconds(System.nanoTime() - startNanos);
        return started == null
                ? elapsed
                : words.say("phase.time", elapsed, words.time(started.design().maxTimeMillis() * 1_000_000));
    }

    @Override
    public int width(int usual) {
        return animation.width();
    }

    @Override
    public void close() {
        animation.close();
    }
}
