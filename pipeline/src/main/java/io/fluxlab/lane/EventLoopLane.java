package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import java.util.Optional;

/** On the home loop, interleaved wherever tasks are asynchronous: what asyncio does (lecture: Asyncio). */
public final class EventLoopLane implements Lane {

    @Override
    public String name() {
        return "event-loop";
    }

    @Override
    public String summary() {
        return "on the home loop, interleaved wherever tasks are asynchronous";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.max(1, tasks);
    }

    @Override
    public Claim claim(int concurrency) {
        return Claim.NONE;
    }

    @Override
    public int computing(int concurrency) {
        return 1;
    }

    @Override
    public Optional<String> code(String threads) {
        return Optional.of("source.flatMap(item -> body)");
    }

    @Override
    public Optional<StagePlace> stagePlace() {
        return Optional.of(StagePlace.home());
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return LoopSession.interleaving(home);
    }
}
