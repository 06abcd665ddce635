package io.fluxlab.lab;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneFamily;
import io.fluxlab.parameter.Schema;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.Workload;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a lab has, by name. Immutable. */
final class Catalog {

    private final Map<String, Entry<?>> workloads = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, KnownFamily<?>> families = new HashMap<>();
    private final List<WorkloadInfo> workloadList;
    private final List<LaneInfo> laneList;

    Catalog(List<Workload<?>> workloads, List<Lane> lanes) {
        workloads.stream()
                .sorted(Comparator.<Workload<?>, Shelf>comparing(Shelf::of).thenComparing(Workload::name))
                .forEach(workload -> this.workloads.put(workload.name(), Entry.of(workload)));
        // stable: those that are as far away stay in the order in which they are declared
        lanes.stream().sorted(Comparator.comparing(Lane::locality)).forEach(lane -> {
            this.lanes.put(lane.name(), lane);
            if (lane instanceof LaneFamily<?> family) {
                families.put(lane.name(), KnownFamily.of(family));
            }
        });
        // once: with their schemas they take some 60 KB, which whoever lists them would hold for as long as they like
        this.workloadList = this.workloads.values().stream().map(Entry::info).toList();
        this.laneList = this.lanes.values().stream().map(LaneInfo::of).toList();
    }

    List<WorkloadInfo> workloads() {
        return workloadList;
    }

    List<LaneInfo> lanes() {
        return laneList;
    }

    @Nullable
    Entry<?> workload(String name) {
        return workloads.get(name);
    }

    Set<String> workloadNames() {
        return workloads.keySet();
    }

    @Nullable
    Lane lane(String name) {
        return lanes.get(name);
    }

    Set<String> laneNames() {
        return lanes.keySet();
    }

    /** The family of this name; null where it is a lane without settings, or none. */
    @Nullable
    KnownFamily<?> family(String name) {
        return families.get(name);
    }

    /** A workload beside the schema of its parameters. */
    record Entry<P extends Record>(Workload<P> workload, Schema<P> schema) {

        static <P extends Record> Entry<P> of(Workload<P> workload) {
            return new Entry<>(workload, Schema.withDefaults(workload.name(), workload.defaults()));
        }

        /** The stages of its pipeline, none where it has none; empty where the parameters are wrong. */
        Optional<List<String>> stages(Map<String, Object> parameters) {
            try {
                return Optional.of(workload.stages(schema.read(parameters)));
            } catch (InvalidRequestException e) { // whoever reads them for a plan says so
                return Optional.empty();
            }
        }

        /** The workload with these parameters, and a plan of its own. */
        Subject subject(P parameters) {
            return new Subject(
                    workload.name(),
                    schema.write(parameters),
                    workload.plan(parameters),
                    workload.recipe(),
                    workload.corrected(parameters).map(corrected -> () -> subject(corrected)));
        }

        WorkloadInfo info() {
            return new WorkloadInfo(
                    workload.name(),
                    workload.summary(),
                    workload.kind(),
                    schema.jsonSchema(),
                    workload.stages(workload.defaults()));
        }
    }
}
