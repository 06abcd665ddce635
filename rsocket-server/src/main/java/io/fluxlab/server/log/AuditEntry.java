package io.fluxlab.server.log;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.claim.Claim;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.server.LabRequest;
import io.fluxlab.server.RequestOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that goes on, until it becomes a line. Thread-safe. */
final class AuditEntry {

    /** No name that a lab knows is longer. */
    private static final int MOST_CHARACTERS = 200;

    private final LabRequest request;
    private final long beganNanos;
    private volatile Claim claims = Claim.NONE;
    private volatile @Nullable RunSummary figures;

    AuditEntry(LabRequest request, long beganNanos) {
        this.request = request;
        this.beganNanos = beganNanos;
    }

    void claimed(Claim claim) {
        claims = claim;
    }

    void finished(RunSummary summary) {
        figures = summary;
    }

    AuditLine ended(RequestOutcome outcome, String time, long nowNanos) {
        RunSummary known = figures;
        Claim claimed = claims;
        return new AuditLine(
                time,
                AuditLine.Who.of(request.caller().principal()),
                AuditLine.From.of(request.caller().peer()),
                what(),
                claimed.equals(Claim.NONE) ? null : claimed,
                outcome.ending().id(),
                outcome.error() == null ? null : outcome.error().code(),
                new AuditLine.Took(
                        nowNanos - beganNanos,
                        known == null ? null : known.wallNanos(),
                        known == null ? null : known.cpuNanos()));
    }

    private AuditLine.What what() {
        String route = request.route().id();
        return switch (request.data()) {
            case RunRequest run -> new AuditLine.What(route, shortened(run.workload()), List.of(shortened(run.lane())));
            case ComparisonRequest comparison -> what(route, comparison.workload(), comparison.lanes());
            case CapacityRequest capacity -> what(route, capacity.workload(), capacity.lanes());
            case ScenarioRequest scenario -> new AuditLine.What(route, shortened(scenario.scenario()), null);
            case null -> new AuditLine.What(route, null, null);
            default -> new AuditLine.What(route, null, null);
        };
    }

    private static AuditLine.What what(String route, String workload, List<String> lanes) {
        return new AuditLine.What(
                route,
                shortened(workload),
                lanes.stream().map(AuditEntry::shortened).toList());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }
}
