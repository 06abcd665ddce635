package io.fluxlab.cli.figure;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What lanes do to others beside the home loop's: how late each canary was. */
record CanaryTable(Verdict verdict, ReportWords words) {

    /** The table; empty where no lane has a canary beside the bystander. */
    Optional<Table> table() {
        List<LaneVerdict> watched = verdict.lanes().stream()
                .filter(lane -> readings(lane).findAny().isPresent())
                .toList();
        if (watched.isEmpty()) {
            return Optional.empty();
        }
        Table table = Table.of(
                Column.left(words.say("lane")),
                Column.left(words.say("canary")),
                Column.left(words.say("canary.on")),
                Column.right(words.say("canary.p50")),
                Column.right(words.say("short.bystander.p99")),
                Column.right(words.say("short.bystander.max")));
        watched.forEach(lane -> readings(lane).forEach(reading -> table.row(row(lane, reading))));
        return Optional.of(table);
    }

    private static Stream<CanaryReading> readings(LaneVerdict lane) {
        return Stream.ofNullable(lane.canaries()).flatMap(List::stream);
    }

    private Cell[] row(LaneVerdict lane, CanaryReading reading) {
        return new Cell[] {
            Cell.of(lane.lane()),
            Cell.of(words.canary(reading.canary())),
            Cell.of(reading.own() ? words.say("canary.own", reading.on()) : reading.on()),
            Cell.of(words.time(reading.latency().p50Nanos())),
            Cell.of(words.time(reading.latency().p99Nanos())),
            Cell.of(words.time(reading.latency().maxNanos()))
        };
    }
}
