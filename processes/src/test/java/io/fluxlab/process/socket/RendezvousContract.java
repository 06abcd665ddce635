package io.fluxlab.process.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.socket.Rendezvous.Guest;
import io.rsocket.RSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A parent lets in the children that it has invited, each once, and nobody else; and a child takes nobody for its parent. */
abstract class RendezvousContract {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final HomeLoop loop = HomeLoop.open("rendezvous");
    private Rendezvous rendezvous;

    /** Where to listen. */
    abstract ParentAddress address();

    @BeforeEach
    void listen() {
        rendezvous = listening(FOR_EVER);
    }

    private Rendezvous listening(Duration patience) {
        return Rendezvous.listen(address(), loop.loop(), patience)
                .blockOptional(LONG)
                .orElseThrow();
    }

    @AfterEach
    void close() {
        rendezvous.dispose();
        loop.close().block(LONG);
    }

    @Test
    void anInvitedChildComesAndServes() {
        Child.comesAndServes(rendezvous.invite());
    }

    static Stream<Arguments> intrusions() {
        return Stream.of(
                Arguments.of(
                        "a wrong token", "0".repeat(Invitation.TOKEN_LENGTH).getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("garbage", new byte[Invitation.TOKEN_LENGTH]),
                Arguments.of("too much", new byte[8 << 20]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("intrusions")
    void aStrangerIsTurnedAwayAndTheChildStillArrives(String name, byte[] said) throws IOException {
        Guest guest = rendezvous.invite();
        try (Visitor stranger = Visitor.at(guest.invitation().address())) {
            stranger.say(said);
            stranger.isTurnedAway();
        }
        Child.comesAndServes(guest);
    }

    @Test
    void aTokenThatIsAlmostRightIsWrong() throws IOException {
        Guest guest = rendezvous.invite();
        String token = guest.invitation().token();
        try (Visitor stranger = Visitor.at(guest.invitation().address())) {
            stranger.say(token.substring(0, token.length() - 1) + "x");
            stranger.isTurnedAway();
        }
        Child.comesAndServes(guest);
    }

    @Test
    void aStrangerWhoKeepsQuietOrNeverComesToThePointIsTurnedAway() throws IOException {
        rendezvous.dispose();
        rendezvous = listening(SHORT);
        Guest guest = rendezvous.invite();
        try (Visitor silent = Visitor.at(guest.invitation().address());
                Visitor slow = Visitor.at(guest.invitation().address())) {
            slow.say(guest.invitation().token().substring(1));
            silent.isTurnedAway();
            slow.isTurnedAway();
        }
        Child.comesAndServes(guest);
    }

    @Test
    void aChildThatHasComeMayStayForLongerThanAStranger() throws IOException {
        rendezvous.dispose();
        rendezvous = listening(SHORT);
        Guest guest = rendezvous.invite();
        Child child = Child.following(guest.invitation());
        RSocket arrived = Child.arrivalOf(guest);

        try (Visitor later = Visitor.at(guest.invitation().address())) {
            later.isTurnedAway(); // after a whole patience
        }

        assertThat(Child.ask(arrived).block(LONG)).isEqualTo("served 1");
        assertThat(child.hasEnded()).isFalse();
    }

    @Test
    void strangersWhoCrowdTheDoorKeepNoChildOut() throws IOException {
        Guest guest = rendezvous.invite();
        int tooMany = 30;
        List<Visitor> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < Strangers.MOST + tooMany; i++) {
                crowd.add(Visitor.at(guest.invitation().address()));
            }
            crowd.subList(0, tooMany).forEach(Visitor::isTurnedAway);
            Child.comesAndServes(guest);
        } finally {
            for (Visitor visitor : crowd) {
                visitor.close();
            }
        }
    }

    @Test
    void anInvitationIsGoodForOnce() throws IOException {
        Guest guest = rendezvous.invite();
        Child child = Child.following(guest.invitation());
        RSocket arrived = Child.arrivalOf(guest);

        Child second = Child.following(guest.invitation());
        second.ends();
        try (Visitor thief = Visitor.at(guest.invitation().address())) {
            thief.say(guest.invitation().token());
            thief.isTurnedAway();
        }

        assertThat(second.served()).isZero();
        assertThat(Child.ask(arrived).block(LONG)).isEqualTo("served 1");
        assertThat(child.hasEnded()).isFalse();
    }

    @Test
    void aChildThatIsExpectedNoLongerIsAStranger() throws IOException {
        Guest guest = rendezvous.invite();
        rendezvous.forget(guest.invitation());
        try (Visitor late = Visitor.at(guest.invitation().address())) {
            late.say(guest.invitation().token());
            late.isTurnedAway();
        }
        Child.comesAndServes(rendezvous.invite());
    }

    @Test
    void aChildServesNobodyWhoHasTheWrongSecret() {
        Guest guest = rendezvous.invite();
        Invitation another = new Invitation(
                guest.invitation().address(),
                guest.invitation().token(),
                rendezvous.invite().invitation().secret());

        Child child = Child.following(another);
        RSocket arrived = Child.arrivalOf(guest);

        assertThatThrownBy(() -> Child.ask(arrived).block(LONG)).isInstanceOf(Exception.class);
        child.ends();
        assertThat(child.served()).isZero();
    }

    @Test
    void nobodyConnectsOnceTheParentListensNoLonger() {
        Guest guest = rendezvous.invite();
        Child earlier = Child.following(guest.invitation());
        RSocket arrived = Child.arrivalOf(guest);

        rendezvous.dispose();

        Child.following(guest.invitation()).ends();
        assertThat(Child.ask(arrived).block(LONG)).isEqualTo("served 1");
        assertThat(earlier.hasEnded()).isFalse();
    }
}
