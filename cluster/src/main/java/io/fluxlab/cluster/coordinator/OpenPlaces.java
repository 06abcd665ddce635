package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.OpenRun;
import io.fluxlab.cluster.message.RunAt;
import io.fluxlab.measure.RemoteUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** At which members a run's plan is open, or will be, and what they have used. Confined to the run's loop. */
final class OpenPlaces {

    private final Coordinator coordinator;
    private final RunTraffic traffic;
    private final OpenRun request;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> unfit = new HashSet<>();
    private final Map<String, RemoteUse> uses = new HashMap<>();
    private RemoteUse useOfLost = RemoteUse.NONE;

    OpenPlaces(Coordinator coordinator, RunTraffic traffic, OpenRun request) {
        this.coordinator = coordinator;
        this.traffic = traffic;
        this.request = request;
    }

    /** Has up to so many more members open the plan; how many were asked. */
    int ask(int most) {
        List<Member> free = coordinator.all().present().stream()
                .filter(each -> !asked.contains(each.name()) && !open.contains(each.name()))
                .filter(each -> !unfit.contains(each.name()))
                .limit(most)
                .toList();
        for (Member member : free) {
            asked.add(member.name());
            traffic.tell(member.name(), Letter.of(Kind.OPEN, request));
        }
        return free.size();
    }

    /** Whether some are on their way. */
    boolean areExpected() {
        return !asked.isEmpty();
    }

    Set<String> open() {
        return open;
    }

    void opened(String member) {
        if (asked.remove(member)) {
            open.add(member);
        }
    }

    /** It can't run this run's workload. */
    void isUnfit(String member) {
        asked.remove(member);
        unfit.add(member);
    }

    void lost(String member) {
        RemoteUse used = uses.remove(member);
        if (used != null) {
            useOfLost = useOfLost.plus(used.ended());
        }
        asked.remove(member);
        open.remove(member);
    }

    void used(String member, RemoteUse use) {
        uses.put(member, use);
    }

    RemoteUse use() {
        return uses.values().stream().reduce(useOfLost, RemoteUse::plus);
    }

    /** Has all that have the plan do something. */
    Set<String> tellAll(Kind kind) {
        Set<String> all = new HashSet<>(open);
        all.addAll(asked);
        all.forEach(member -> traffic.tell(member, Letter.of(kind, new RunAt(request.run(), member))));
        return all;
    }
}
