package io.fluxlab.lab;

import io.fluxlab.claim.Allowance;
import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Lease;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** The lease of a claim that was granted. It has one user to begin with. Thread-safe. */
final class Grant implements Lease {

    private final Claims claims;
    private final Allowance allowance;
    private final AtomicInteger users = new AtomicInteger(1);
    private Claim claim;
    private boolean lingers;
    private boolean isOver;

    Grant(Claims claims, Claim claim, Allowance allowance) {
        this.claims = claims;
        this.allowance = allowance;
        this.claim = claim;
    }

    @Override
    public void enter() {
        users.incrementAndGet();
    }

    @Override
    public void leave() {
        if (users.decrementAndGet() == 0) {
            end();
        }
    }

    @Override
    public synchronized void linger() {
        lingers = true;
    }

    /**
     * Claims more, as far as there is room, and never gives back any of it.
     *
     * @param each what so many claim
     * @return how many of those wanted there may be
     */
    synchronized int enlarge(IntFunction<Claim> each, int wanted) {
        if (isOver) {
            return wanted; // of a run that hears of nothing any more
        }
        int possible = claims.enlarge(claim, each, wanted, allowance);
        claim = claim.or(each.apply(possible));
        return possible;
    }

    private synchronized void end() {
        isOver = true;
        claims.giveBack(claim, lingers);
    }
}
