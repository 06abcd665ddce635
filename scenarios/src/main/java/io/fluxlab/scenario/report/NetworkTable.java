package io.fluxlab.scenario.report;

import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.expression.Figure;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each lane of a step had to do with the network, as a table: the price of the way. */
final class NetworkTable {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KILO = 1_000;

    private NetworkTable() {}

    /** The table; empty where all tasks ran on this machine. */
    static Optional<LaneTable> of(StepStory step, Language language) {
        List<LaneTable.Line> lines = new ArrayList<>();
        step.figures().forEach((lane, figures) -> {
            if (figures.get(Figure.NETWORK.id()) instanceof Map<?, ?> network) {
                lines.add(new LaneTable.Line(
                        false,
                        List.of(
                                lane,
                                roundTrip(network.get("roundTripMillis"), language),
                                kilobytes(network.get("sentBytes")),
                                kilobytes(network.get("receivedBytes")))));
            }
        });
        List<String> headings = Stream.of(Phrase.NETWORK, Phrase.ROUND_TRIP, Phrase.SENT, Phrase.RECEIVED)
                .map(phrase -> phrase.in(language))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new LaneTable(headings, lines));
    }

    private static String roundTrip(@Nullable Object millis, Language language) {
        return millis instanceof Number known
                ? VerdictWording.in(language).time(Math.round(known.doubleValue() * NANOS_PER_MILLI))
                : LaneTable.NONE;
    }

    private static String kilobytes(@Nullable Object bytes) {
        return bytes instanceof Number known
                ? String.format(Locale.ROOT, "%.1f", known.doubleValue() / KILO)
                : LaneTable.NONE;
    }
}
