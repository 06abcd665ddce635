package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.verdict.LaneVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What lay between the coordinator and those who ran tasks: a row for each lane that has a network.
 *
 * @param lanes what was found of all lanes
 * @param tasks how many tasks a run had
 */
record NetworkTable(List<LaneVerdict> lanes, int tasks, ReportWords words) {

    /** The table; empty where all tasks ran on this machine. */
    Optional<Table> table() {
        Table table = Table.of(
                Column.left(words.say("network")),
                Column.right(words.say("figure.network.roundtrip")),
                Column.right(words.say("figure.network.sent")),
                Column.right(words.say("figure.network.received")),
                Column.right(words.say("network.sent.task")),
                Column.right(words.say("network.received.task")));
        boolean empty = true;
        for (LaneVerdict lane : lanes) {
            NetworkUse network = lane.network();
            if (network != null) {
                table.row(row(lane, network));
                empty = false;
            }
        }
        return empty ? Optional.empty() : Optional.of(table);
    }

    private Cell[] row(LaneVerdict lane, NetworkUse network) {
        Long roundTrip = network.roundTripNanos();
        return new Cell[] {
            Cell.of(lane.lane()),
            Cell.of(roundTrip == null ? SpeedUps.UNKNOWN : words.time(roundTrip)),
            Cell.of(Quantities.bytes(network.sentBytes())),
            Cell.of(Quantities.bytes(network.receivedBytes())),
            Cell.of(ofTask(network.sentBytes())),
            Cell.of(ofTask(network.receivedBytes()))
        };
    }

    private String ofTask(long bytes) {
        return tasks == 0 ? SpeedUps.UNKNOWN : Quantities.bytes(Math.round((double) bytes / tasks));
    }
}
