package io.fluxlab.server.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.error.RejectedRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class TurnsTest {

    private static final Optional<Duration> LONGEST = Optional.of(Duration.ofMinutes(10));

    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void dispose() {
        clock.dispose();
    }

    private Turns turns(int slots, int waiting) {
        Sharing sharing = Sharing.free().withWaiting(waiting, Duration.ofSeconds(5));
        return new Turns(sharing, slots, clock, clock);
    }

    private Turns.Turn take(Turns turns, String party, String name) {
        Turns.Turn turn = turns.take(new Seat(party, name), LONGEST);
        turn.comes().subscribe(nothing -> {}, error -> log.add(name + ": " + error.getMessage()), () -> log.add(name));
        return turn;
    }

    @Test
    void whoeverFindsASlotDoesNotWait() {
        take(turns(1, 1), "a", "a1");
        assertThat(log).containsExactly("a1");
    }

    @Test
    void thoseThatWaitGoRoundTheParties() {
        Turns turns = turns(1, 100);
        List<Turns.Turn> all = new ArrayList<>();
        for (String name : List.of("a1", "a2", "a3", "b1", "b2", "c1")) {
            all.add(take(turns, name.substring(0, 1), name));
        }
        for (int i = 0; i < all.size(); i++) {
            clock.advanceTime();
            String now = log.get(log.size() - 1);
            all.get(List.of("a1", "a2", "a3", "b1", "b2", "c1").indexOf(now)).end();
        }
        assertThat(log).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
        assertThat(turns.running()).isZero();
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void patienceHasAnEnd() {
        Turns turns = turns(1, 1);
        take(turns, "a", "a1");
        Turns.Turn late = take(turns, "b", "b1");
        clock.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(log.get(1))
                .isEqualTo("b1: runsAtOnce must be at most 1, was 2: it waited for 5000 ms; "
                        + "a slot is free when a run ends, in 595 s at the latest");
        late.end();
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void whoIsRefusedHearsWhenTheFirstSlotIsGivenBackOfThoseThatAreKnownToBe() {
        Turns turns = turns(3, 0);
        turns.take(new Seat("a", "a1"), Optional.empty());
        turns.take(new Seat("b", "b1"), LONGEST);
        clock.advanceTimeBy(Duration.ofMinutes(9));
        turns.take(new Seat("c", "c1"), Optional.of(Duration.ofSeconds(20)));
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> turns.take(new Seat("d", "d1"), LONGEST))
                .withMessageEndingWith("a slot is free when a run ends, in 20 s at the latest");
    }

    @Test
    void nobodyIsPromisedWhatIsNotKnown() {
        Turns turns = turns(1, 0);
        turns.take(new Seat("a", "a1"), Optional.empty());
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> turns.take(new Seat("b", "b1"), LONGEST))
                .withMessageEndingWith("a slot is free when a run ends");
    }

    @Test
    void whereNoMoreCanWaitOneIsRefusedAtOnce() {
        Turns turns = turns(1, 0);
        take(turns, "a", "a1");
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> turns.take(new Seat("b", "b1"), LONGEST))
                .withMessageStartingWith("runsAtOnce must be at most 1, was 2: no more can wait")
                .extracting(RejectedRequestException::code)
                .isEqualTo("limit-exceeded");
    }

    @Test
    void whoGoesAwayWhileWaitingLeavesThePlaceToTheNext() {
        Turns turns = turns(1, 1);
        Turns.Turn first = take(turns, "a", "a1");
        take(turns, "b", "b1").end();
        take(turns, "c", "c1");
        first.end();
        clock.advanceTime();
        assertThat(log).containsExactly("a1", "c1");
    }

    @Test
    void aSlotThatCameTooLateIsGivenBack() {
        Turns turns = turns(1, 1);
        Turns.Turn first = take(turns, "a", "a1");
        Turns.Turn late = take(turns, "b", "b1");
        first.end(); // granted, but the clock's thread is too slow to say so
        late.end();
        assertThat(turns.running()).isZero();
    }

    @Test
    void aPartyIsRefusedMoreThanItsShareWithTheQuotaNamed() {
        Turns turns = new Turns(Sharing.defaults().withWaiting(0, Duration.ZERO), 16, clock, clock);
        for (int i = 0; i < 12; i++) {
            turns.take(new Seat("address 192.0.2.7", "connection " + i), LONGEST);
        }
        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> turns.take(new Seat("address 192.0.2.7", "one more"), LONGEST))
                .withMessageStartingWith(
                        "runsAtOnce of address 192.0.2.7 must be at most 12 while others may come, was 13")
                .extracting(RejectedRequestException::code)
                .isEqualTo("quota-exceeded");
        turns.take(new Seat("address 192.0.2.8", "somebody else"), LONGEST);
    }
}
