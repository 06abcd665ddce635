package io.fluxlab.server.quota;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts who holds how many of a number of slots, and says who may have one more, so that there is one left for whoever
 * comes next. Not thread-safe.
 *
 * <p>A party may hold a share of the slots that are free or its own already, and one of its connections half of those that
 * the party may: the dynamic thresholds by which switches share the memory of their queues (Choudhury and Hahne, "Dynamic
 * queue length thresholds for shared-memory packet switches", IEEE/ACM Transactions on Networking 6(2), 1998). Of 16
 * slots, with a share of 75 %, a party that is alone gets 12, and each of three gets 5.
 */
final class FairSlots {

    /** Of what its party may hold, what one connection may. */
    private static final int CONNECTION_PERCENT = 50;

    private final int slots;
    private final int sharePercent;
    private final Map<String, Party> parties = new HashMap<>();
    private int held;
    private long served;

    FairSlots(int slots, int sharePercent) {
        this.slots = slots;
        this.sharePercent = sharePercent;
    }

    /** Somebody who wants slots: how many it holds, when it got the last, and how many of its seats are here. */
    private static class Holder {
        int held;
        long served;
        int seats;

        /** How many more it may hold, where so many are free above it. */
        final long room(long free, int percent) {
            long hundredths = percent * free - (100L - percent) * held;
            return hundredths <= 0 ? 0 : (hundredths + 99) / 100;
        }
    }

    /** A party, and its connections by identity. */
    private static final class Party extends Holder {
        private final Map<Object, Holder> connections = new HashMap<>();
    }

    /** Remembers a seat until it leaves. */
    void join(Seat seat) {
        Party party = parties.computeIfAbsent(seat.party(), name -> new Party());
        party.seats++;
        party.connections.computeIfAbsent(seat.connection(), any -> new Holder()).seats++;
    }

    /** Forgets a seat that holds no slot. */
    void leave(Seat seat) {
        Party party = party(seat);
        if (--connection(seat).seats == 0) {
            party.connections.remove(seat.connection());
        }
        if (--party.seats == 0) {
            parties.remove(seat.party());
        }
    }

    boolean mayTake(Seat seat) {
        long ofParty = party(seat).room((long) slots - held, sharePercent);
        return connection(seat).room(ofParty, CONNECTION_PERCENT) > 0;
    }

    void take(Seat seat) {
        served++;
        held++;
        count(party(seat), 1);
        count(connection(seat), 1);
    }

    void giveBack(Seat seat) {
        held--;
        count(party(seat), -1);
        count(connection(seat), -1);
    }

    private void count(Holder holder, int more) {
        holder.held += more;
        holder.served = more > 0 ? served : holder.served;
    }

    /** How many slots are taken. */
    int held() {
        return held;
    }

    int heldByPartyOf(Seat seat) {
        return party(seat).held;
    }

    /**
     * Who is next: the party that holds least, of those the one that got a slot longest ago, and within it likewise among
     * its connections. Repeated, this makes the smallest holding as large as it can be: max-min fairness (Bertsekas and
     * Gallager, "Data Networks", 1992, section 6.5.2).
     */
    Comparator<Seat> order() {
        return Comparator.<Seat>comparingInt(seat -> party(seat).held)
                .thenComparingLong(seat -> party(seat).served)
                .thenComparingInt(seat -> connection(seat).held)
                .thenComparingLong(seat -> connection(seat).served);
    }

    private Party party(Seat seat) {
        return Objects.requireNonNull(parties.get(seat.party()), "not joined");
    }

    private Holder connection(Seat seat) {
        return Objects.requireNonNull(party(seat).connections.get(seat.connection()), "not joined");
    }
}
