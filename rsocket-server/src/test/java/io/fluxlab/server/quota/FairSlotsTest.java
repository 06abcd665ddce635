package io.fluxlab.server.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairSlotsTest {

    /** As many as it may take, on connections without end. */
    private static int takeAll(FairSlots slots, String party) {
        int taken = 0;
        for (int connection = 0; connection < 1000; connection++) {
            taken += takeAll(slots, new Seat(party, connection));
        }
        return taken;
    }

    private static int takeAll(FairSlots slots, Seat seat) {
        int taken = 0;
        slots.join(seat);
        while (slots.mayTake(seat)) {
            slots.take(seat);
            taken++;
        }
        return taken;
    }

    @Test
    void aPartyThatIsAloneLeavesAPartForOthers() {
        assertThat(takeAll(new FairSlots(16, 75), "one")).isEqualTo(12);
        assertThat(takeAll(new FairSlots(16, 50), "one")).isEqualTo(8);
        assertThat(takeAll(new FairSlots(16, 100), "one")).isEqualTo(16);
    }

    @Test
    void oneConnectionTakesHalfOfWhatItsPartyMay() {
        assertThat(takeAll(new FairSlots(16, 75), new Seat("one", "connection")))
                .isEqualTo(6);
    }

    @Test
    void whoComesLaterFindsASlotHoweverGreedyTheOthersAre() {
        FairSlots slots = new FairSlots(16, 75);
        List<Integer> taken = IntStream.range(0, 4)
                .map(party -> takeAll(slots, "party " + party))
                .boxed()
                .toList();
        assertThat(taken).as("parties that come one after the other").containsExactly(12, 3, 1, 0);
    }

    @Test
    void partiesThatComeTogetherGetTheSame() {
        FairSlots slots = new FairSlots(16, 75);
        List<Seat> seats = List.of(new Seat("one", 1), new Seat("two", 2), new Seat("three", 3));
        seats.forEach(slots::join);
        for (int connection = 4; connection < 100; connection++) {
            for (String party : List.of("one", "two", "three")) {
                Seat seat = new Seat(party, connection);
                slots.join(seat);
                if (slots.mayTake(seat)) {
                    slots.take(seat);
                }
            }
        }
        assertThat(seats).extracting(slots::heldByPartyOf).containsExactly(5, 5, 5);
    }

    @Test
    void aSingleSlotCanBeTaken() {
        assertThat(takeAll(new FairSlots(1, 75), "one")).isEqualTo(1);
        assertThat(takeAll(new FairSlots(1, 1), "one")).isEqualTo(1);
        assertThat(takeAll(new FairSlots(0, 100), "one")).isZero();
    }

    @Test
    void thePartyThatHoldsLeastIsNext() {
        FairSlots slots = new FairSlots(16, 75);
        Seat much = new Seat("much", 1);
        Seat little = new Seat("little", 2);
        Seat later = new Seat("later", 3);
        List.of(much, little, later).forEach(slots::join);
        slots.take(much);
        slots.take(much);
        slots.take(little);
        slots.take(later);
        assertThat(List.of(much, later, little).stream().sorted(slots.order())).containsExactly(little, later, much);
    }

    @Test
    void whatIsGivenBackIsFree() {
        FairSlots slots = new FairSlots(1, 75);
        Seat seat = new Seat("one", 1);
        slots.join(seat);
        for (int i = 0; i < 10; i++) {
            assertThat(slots.mayTake(seat)).isTrue();
            slots.take(seat);
            assertThat(slots.mayTake(seat)).isFalse();
            slots.giveBack(seat);
        }
        slots.leave(seat);
        assertThat(slots.held()).isZero();
    }
}
