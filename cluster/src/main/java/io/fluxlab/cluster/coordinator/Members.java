package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.message.Hello;
import io.fluxlab.cluster.message.MemberState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who has joined, when they were heard last, and which of their lanes are free. Thread-safe. */
final class Members {

    private final Map<String, Place> places = new LinkedHashMap<>();

    /** A member's lanes. */
    private static final class Place {
        private final Member member;
        private final Deque<Integer> free = new ArrayDeque<>();

        /** Which run has which lane. */
        private final Map<Integer, Long> taken = new HashMap<>();

        private long heardNanos = System.nanoTime();
        private boolean draining;

        private Place(Member member) {
            this.member = member;
            IntStream.rangeClosed(1, member.hello().lanes()).forEach(free::add);
        }

        private int freeLanes() {
            return draining ? 0 : free.size();
        }
    }

    synchronized Member join(Hello hello) {
        Member member = new Member(hello);
        places.put(hello.member(), new Place(member));
        return member;
    }

    synchronized Optional<Member> leave(String name) {
        return Optional.ofNullable(places.remove(name)).map(place -> place.member);
    }

    synchronized void heard(String name) {
        Place place = places.get(name);
        if (place != null) {
            place.heardNanos = System.nanoTime();
        }
    }

    /** Those that have said nothing for so long. */
    synchronized List<Member> silentFor(long nanos) {
        long now = System.nanoTime();
        return places.values().stream()
                .filter(place -> now - place.heardNanos > nanos)
                .map(place -> place.member)
                .toList();
    }

    /** Those that take groups, the one with the most free lanes first. */
    synchronized List<Member> present() {
        return places.values().stream()
                .filter(place -> !place.draining)
                .sorted(Comparator.comparingInt(Place::freeLanes).reversed())
                .map(place -> place.member)
                .toList();
    }

    synchronized List<MemberState> states() {
        List<MemberState> states = new ArrayList<>();
        places.values()
                .forEach(place -> states.add(new MemberState(
                        place.member.name(),
                        place.member.hello().host(),
                        place.member.hello().pid(),
                        place.member.hello().lanes(),
                        place.taken.size(),
                        place.draining)));
        return states;
    }

    /** All lanes of those that take groups. */
    synchronized int lanes() {
        return places.values().stream()
                .filter(place -> !place.draining)
                .mapToInt(place -> place.member.hello().lanes())
                .sum();
    }

    /** A free lane of one of these for a run: of the one that has the most of them; null where none is free. */
    synchronized @Nullable LaneOf take(long run, Collection<String> names) {
        Place best = names.stream()
                .map(places::get)
                .filter(place -> place != null && place.freeLanes() > 0)
                .max(Comparator.comparingInt(Place::freeLanes))
                .orElse(null);
        if (best == null) {
            return null;
        }
        LaneOf lane = new LaneOf(best.member, best.free.remove());
        best.taken.put(lane.lane(), run);
        return lane;
    }

    /** Frees a lane, if it is still this run's. */
    synchronized void free(long run, LaneOf lane) {
        Place place = places.get(lane.member().name());
        if (place != null && place.taken.remove(lane.lane(), run)) {
            place.free.add(lane.lane());
        }
    }

    /** Frees all lanes that a run has at a member. */
    synchronized void free(long run, String name) {
        Place place = places.get(name);
        if (place != null) {
            place.taken.entrySet().removeIf(entry -> {
                boolean isOfRun = entry.getValue() == run;
                if (isOfRun) {
                    place.free.add(entry.getKey());
                }
                return isOfRun;
            });
        }
    }

    /** Gives a member no more groups; whether there is such a member. */
    synchronized boolean drain(String name) {
        Place place = places.get(name);
        if (place != null) {
            place.draining = true;
        }
        return place != null;
    }

    /** Those that were told to go, and have nothing left to do. */
    synchronized List<Member> drained() {
        return places.values().stream()
                .filter(place -> place.draining && place.taken.isEmpty())
                .map(place -> place.member)
                .toList();
    }
}
