package io.fluxlab.spring.actuate;

import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.spring.Activity;
import io.fluxlab.spring.GivenVerdict;
import io.fluxlab.spring.ServiceLab;
import io.fluxlab.wire.WireFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import reactor.core.publisher.Mono;

/** What the application's lab has, what goes on in it and what it has found. Thread-safe. */
@Endpoint(id = "fluxlab")
public final class LabEndpoint {

    private final ServiceLab lab;

    LabEndpoint(ServiceLab lab) {
        this.lab = lab;
    }

    /** Lanes, workloads, what goes on (the oldest first) and verdicts (the newest first). Lazy; cancel changes nothing. */
    @ReadOperation
    public Mono<Report> report() {
        return Mono.zip(
                lab.lanes().collectList(),
                lab.workloads().collectList(),
                (lanes, workloads) -> new Report(
                        lanes.stream().map(LabEndpoint::lane).toList(),
                        workloads.stream().map(LabEndpoint::workload).toList(),
                        lab.running().stream().map(Running::of).toList(),
                        lab.verdicts().stream().map(Judged::of).toList()));
    }

    /**
     * What the endpoint answers. Immutable.
     *
     * @param lanes those that there are, in the wire's form
     * @param workloads likewise
     * @param running runs and comparisons that go on
     * @param verdicts the last ones
     */
    public record Report(
            List<Map<String, Object>> lanes,
            List<Map<String, Object>> workloads,
            List<Running> running,
            List<Judged> verdicts) {}

    /**
     * A run or a comparison that goes on. Immutable.
     *
     * @param since when it started, in ISO 8601
     */
    public record Running(long number, String kind, String workload, List<String> lanes, String since) {

        static Running of(Activity activity) {
            return new Running(
                    activity.number(),
                    activity.kind().name().toLowerCase(Locale.ROOT),
                    activity.workload(),
                    activity.lanes(),
                    activity.since().toString());
        }
    }

    /**
     * How a comparison has ended. Immutable.
     *
     * @param at when, in ISO 8601
     * @param verdict in the wire's form, without the raw figures of each round
     */
    public record Judged(long number, String workload, String at, Map<String, Object> verdict) {

        static Judged of(GivenVerdict given) {
            Map<String, Object> verdict = fields(given.verdict());
            verdict.remove("samples");
            return new Judged(
                    given.comparison().number(),
                    given.comparison().workload(),
                    given.at().toString(),
                    verdict);
        }
    }

    private static Map<String, Object> lane(LaneInfo lane) {
        return fields(lane);
    }

    private static Map<String, Object> workload(WorkloadInfo workload) {
        return fields(workload);
    }

    /** The wire's form, whichever library the application writes JSON with. */
    private static Map<String, Object> fields(Object value) {
        return WireFormat.JSON.readFields(WireFormat.JSON.write(value));
    }
}
