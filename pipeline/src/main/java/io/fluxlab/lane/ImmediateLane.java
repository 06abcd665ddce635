package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import java.util.Optional;

/** On the home loop, one task after the other, as {@code Schedulers.immediate()} does. */
public final class ImmediateLane implements Lane {

    @Override
    public String name() {
        return "immediate";
    }

    @Override
    public String summary() {
        return "on the home loop, one task after the other";
    }

    @Override
    public int concurrency(int tasks) {
        return 1;
    }

    @Override
    public int mostConcurrency() {
        return 1;
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
        return Optional.of("body.subscribeOn(Schedulers.immediate())");
    }

    @Override
    public Optional<StagePlace> stagePlace() {
        return Optional.of(StagePlace.none());
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return LoopSession.sequential(home);
    }
}
