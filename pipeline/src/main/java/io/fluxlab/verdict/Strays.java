package io.fluxlab.verdict;

import io.fluxlab.trail.Assembly;
import io.fluxlab.trail.Whereabouts;
import io.fluxlab.trail.Whereabouts.Departure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds work that was not done on the lanes: elsewhere, or before. Stateless. */
final class Strays {

    /** Of what is built in no time, the share says nothing. */
    private static final long WORTH_NANOS = 100_000;

    private static final double MOST_ASSEMBLY = 0.5;

    private Strays() {}

    static List<Doubt> doubts(Tally tally) {
        List<Doubt> found = new ArrayList<>();
        departures(tally).forEach((departure, lanes) -> found.add(new Doubt.LeftTheLane(lanes, departure)));
        List<Whereabouts> everywhere =
                tally.lanes().stream().map(tally::whereabouts).toList();
        everywhere.stream()
                .filter(Strays::worksAtAssembly)
                .map(where -> where.assembly().share())
                .max(Comparator.naturalOrder())
                .ifPresent(share -> found.add(new Doubt.WorkAtAssembly(share)));
        everywhere.stream()
                .filter(where ->
                        where.assembly().readyMade() > 0 && where.assembly().readyMade() == where.tasks())
                .findFirst()
                .ifPresent(where -> found.add(new Doubt.NothingToDo(where.tasks() / where.runs())));
        return found;
    }

    private static boolean worksAtAssembly(Whereabouts where) {
        Assembly assembly = where.assembly();
        return assembly.nanos() > WORTH_NANOS * where.tasks() && assembly.share() > MOST_ASSEMBLY;
    }

    /** The lanes that were left alike are told of together. */
    private static Map<Departure, List<String>> departures(Tally tally) {
        Map<Departure, List<String>> departures = new LinkedHashMap<>();
        for (String lane : tally.lanes()) {
            tally.whereabouts(lane)
                    .departure()
                    .ifPresent(departure -> departures
                            .computeIfAbsent(departure, none -> new ArrayList<>())
                            .add(lane));
        }
        return departures;
    }
}
