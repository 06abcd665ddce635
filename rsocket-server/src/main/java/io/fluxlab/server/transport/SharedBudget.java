package io.fluxlab.server.transport;

import io.rsocket.frame.ErrorFrameCodec;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What all connections hold of one thing together. Where that is too much, the connection goes that holds most of it:
 * whoever holds much to keep others out loses it, and who holds little is not bothered. Thread-safe.
 */
final class SharedBudget {

    private final String limit;
    private final long most;
    private final AtomicLong total = new AtomicLong();
    private final Set<Share> shares = ConcurrentHashMap.newKeySet();

    /**
     * @param limit what the bound is called where somebody has to go
     */
    SharedBudget(String limit, long most) {
        this.limit = limit;
        this.most = most;
    }

    /**
     * A share for a connection, which holds nothing yet.
     *
     * @param leave ends the connection for this reason; called by any thread, once at the most
     */
    Share join(Consumer<? super Refusal> leave) {
        Share share = new Share(leave);
        shares.add(share);
        return share;
    }

    /** What all hold. */
    long total() {
        return total.get();
    }

    private synchronized void makeRoom() {
        while (total.get() > most) {
            Share largest = shares.stream()
                    .max(Comparator.comparingLong(Share::held))
                    .filter(share -> share.held() > 0)
                    .orElse(null);
            if (largest == null) {
                return;
            }
            Refusal why = Refusal.limit(
                    ErrorFrameCodec.CONNECTION_ERROR,
                    limit,
                    most,
                    total.get(),
                    "this connection holds most of it, " + largest.held());
            if (largest.end()) {
                largest.leave.accept(why);
            }
        }
    }

    /** What one connection holds. Thread-safe. */
    final class Share {

        private final Consumer<? super Refusal> leave;
        private long held;
        private boolean ended;

        private Share(Consumer<? super Refusal> leave) {
            this.leave = leave;
        }

        private synchronized long held() {
            return held;
        }

        /** Takes more, or gives some back where it is negative. */
        void add(long more) {
            if (more != 0 && count(more) && more > 0 && total.get() > most) {
                makeRoom();
            }
        }

        private synchronized boolean count(long more) {
            if (ended) {
                return false;
            }
            held += more;
            total.addAndGet(more);
            return true;
        }

        /** Gives everything back, and takes nothing from now on; tells whether it had not ended before. */
        synchronized boolean end() {
            if (ended) {
                return false;
            }
            ended = true;
            shares.remove(this);
            total.addAndGet(-held);
            held = 0;
            return true;
        }
    }
}
