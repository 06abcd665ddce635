package io.fluxlab.cli.figure;

import io.fluxlab.load.BacklogSample;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.LatencyProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came of a load, for a person. */
final class LoadText {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 40;

    private final ReportWords words;

    LoadText(ReportWords words) {
        this.words = words;
    }

    /** The load in lines. */
    List<String> lines(LoadSummary load) {
        List<String> lines = new ArrayList<>();
        boolean hasFailed = load.failed() > 0 && load.failed() == load.arrivals();
        lines.add(words.say(
                hasFailed ? "load.fails" : load.keepsUp() ? "load.keeps-up" : "load.falls-behind",
                perSecond(load.offeredPerSecond()),
                perSecond(load.servedPerSecond()),
                perSecond(load.growthPerSecond())));
        lines.add(words.say(
                "load.tasks",
                Quantities.count(load.arrivals()),
                Quantities.count(load.served()),
                Quantities.count(load.failed()),
                Quantities.count(load.overflowed()),
                Quantities.count(load.unserved())));
        LatencyProfile latency = load.latency();
        lines.add(
                latency == null
                        ? words.say(load.keepsUp() ? "load.none-served" : "load.no-latency")
                        : words.say(
                                "load.latency",
                                words.time(latency.p50Nanos()),
                                words.time(latency.p90Nanos()),
                                words.time(latency.p99Nanos()),
                                words.time(latency.p999Nanos()),
                                words.time(latency.maxNanos())));
        if (load.missed() != null) {
            lines.add(words.say("load.missed", Quantities.count(load.missed())));
        }
        if (!load.backlog().isEmpty()) {
            int most = load.backlog().stream()
                    .mapToInt(BacklogSample::waiting)
                    .max()
                    .orElse(0);
            lines.add(words.say("load.waiting", picture(load.backlog(), most), Quantities.count(most)));
        }
        lines.add(words.say(
                load.wasSentLate() ? "load.sent-late" : "load.sending",
                words.time(load.sending().p99Nanos()),
                words.time(load.sending().maxNanos())));
        return lines;
    }

    /** How many tasks waited over time, as bars. */
    private static String picture(List<BacklogSample> samples, int most) {
        int width = Math.min(WIDTH, samples.size());
        return IntStream.range(0, width)
                .map(i -> samples.subList(samples.size() * i / width, samples.size() * (i + 1) / width).stream()
                        .mapToInt(BacklogSample::waiting)
                        .max()
                        .orElse(0))
                .mapToObj(waiting -> String.valueOf(
                        BARS.charAt(most == 0 ? 0 : (int) ((long) waiting * (BARS.length() - 1) / most))))
                .collect(Collectors.joining());
    }

    private static String perSecond(double rate) {
        return rate >= 100
                ? Quantities.count(Math.round(rate))
                : String.format(Locale.ROOT, rate >= 10 ? "%.1f" : "%.2f", rate);
    }
}
