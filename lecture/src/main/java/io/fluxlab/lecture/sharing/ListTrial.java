package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import io.fluxlab.lecture.race.Racer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ConcurrentModificationException;
import java.util.List;

/** One thread goes through a list again and again while another removes all that is on it, and fills it again. */
final class ListTrial implements SharingTrial {

    private static final VarHandle VISITED;

    static {
        try {
            VISITED = MethodHandles.lookup().findVarHandle(ListTrial.class, "visited", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Roster roster;
    private final Racer reader = new Racer("reader", this::iterate);
    private final Cast cast;
    private long conflicts;
    private long wrong;

    @SuppressWarnings("UnusedVariable") // written for every element, by VISITED
    private int visited;

    ListTrial(Sharing sharing) {
        Gap gap = new Gap();
        this.roster = Roster.shared(sharing, gap);
        this.cast = new Cast(sharing, gap, List.of(reader, new Racer("remover", this::removeAll)));
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public long faults() {
        return conflicts;
    }

    @Override
    public Iterations finding(int rounds, List<String> touchedBy) {
        return new Iterations(cast.sharing(), rounds, reader.steps(), conflicts, wrong, touchedBy);
    }

    private void iterate() {
        try {
            roster.forEach(this::visit);
        } catch (ConcurrentModificationException e) {
            conflicts++;
        } catch (RuntimeException e) {
            wrong++; // the list was caught in the middle of a change that its iterator had not noticed
        }
    }

    /** An opaque write between two elements: the compiler can't read the list's size and its changes once for all. */
    private void visit(int each) {
        VISITED.setOpaque(this, each);
    }

    private void removeAll() {
        for (int left = Roster.SIZE; left > 0; left--) {
            roster.removeLast();
        }
        roster.fill();
    }

    /**
     * What came of going through the list.
     *
     * @param variant how the list was shared
     * @param rounds how many rounds it took
     * @param iterations how often the list was gone through, to its end or not
     * @param conflicts how often that ended in a {@link ConcurrentModificationException}
     * @param wrong how often it ended in another exception
     * @param touchedBy the threads that read or removed
     */
    record Iterations(
            Sharing variant, int rounds, long iterations, long conflicts, long wrong, List<String> touchedBy) {}
}
