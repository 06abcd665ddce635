package io.fluxlab.server.log;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.claim.Claim;
import io.fluxlab.comparison.Compared;
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
        return switch (request.data()) {
            case RunRequest run ->
                what(run.workload(), List.of(run.placement() == null ? run.lane() : run.placement()));
            case ComparisonRequest comparison -> what(comparison);
            case CapacityRequest capacity -> what(capacity.workload(), capacity.lanes());
            case ScenarioRequest scenario -> what(scenario.scenario(), null);
            case null -> what(null, null);
            default -> what(null, null);
        };
    }

    private AuditLine.What what(ComparisonRequest comparison) {
        Compared compared = Compared.of(comparison);
        AuditLine.What what = what(comparison.workload(), compared.lanes());
        return comparison.variants() == null
                ? what
                : new AuditLine.What(what.route(), what.workload(), what.lanes(), shortened(compared.workloads()));
    }

    private AuditLine.What what(@Nullable String workload, @Nullable List<String> lanes) {
        return new AuditLine.What(
                request.route().id(),
                workload == null ? null : shortened(workload),
                lanes == null ? null : shortened(lanes),
                null);
    }

    private static List<String> shortened(List<String> texts) {
        return texts.stream().map(AuditEntry::shortened).toList();
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
    }
}
