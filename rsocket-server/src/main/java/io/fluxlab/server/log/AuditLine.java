package io.fluxlab.server.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.claim.Claim;
import io.fluxlab.server.RequestOutcome;
import io.fluxlab.server.identity.Principal;
import io.fluxlab.server.transport.Peer;
import io.fluxlab.wire.ErrorBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request, or what was refused before it was one, in an audit log. What is null is left out. Immutable.
 *
 * @param time when it ended, in UTC
 * @param claims the most that it claimed of the machine
 * @param outcome {@code completed}, {@code cancelled}, {@code refused} or {@code failed}
 * @param code what the caller was told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditLine(
        String time,
        @Nullable Who who,
        From from,
        @Nullable What what,
        @Nullable Claim claims,
        String outcome,
        @Nullable String code,
        @Nullable Took took) {

    /** Whose request it was. */
    record Who(String name, String role) {

        static Who of(Principal principal) {
            return new Who(principal.name(), principal.role().id());
        }
    }

    /** Where it came from. */
    record From(String address, int port, String door) {

        static From of(Peer peer) {
            return new From(peer.host(), peer.port(), peer.door().id());
        }
    }

    /**
     * What was asked for.
     *
     * @param lanes or placements, which name lanes
     * @param variants the workloads that are compared on one lane, where there are such
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record What(
            String route,
            @Nullable String workload,
            @Nullable List<String> lanes,
            @Nullable List<String> variants) {}

    /**
     * How long it took.
     *
     * @param totalNanos from when it could be read to its end
     * @param runNanos of that, the run itself
     * @param cpuNanos that the JVM used meanwhile
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Took(
            long totalNanos,
            @Nullable Long runNanos,
            @Nullable Long cpuNanos) {}

    /** What was refused before it was known what is asked for. */
    static AuditLine refused(String time, @Nullable Who who, Peer peer, ErrorBody why) {
        String refused = RequestOutcome.Ending.REFUSED.id();
        return new AuditLine(time, who, From.of(peer), null, null, refused, why.code(), null);
    }

    /**
     * Lines that are missing before the next one.
     *
     * @param dropped how many
     */
    record Gap(String time, long dropped) {}
}
