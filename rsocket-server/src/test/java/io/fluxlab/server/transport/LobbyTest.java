package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.wire.ErrorBody;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LobbyTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ONE = "192.0.2.1";
    private static final String OTHER = "192.0.2.2";

    private final List<String> told = new ArrayList<>();
    private final Lobby lobby = new Lobby("places", 8, 4, new TransportListener() {
        @Override
        public void refused(Peer peer, ErrorBody why) {
            told.add(peer.host() + ": " + why.message());
        }
    });

    private EmbeddedChannel enter(String host) {
        EmbeddedChannel channel = new EmbeddedChannel();
        lobby.enter(channel, new Peer(Door.TCP, host, 1));
        return channel;
    }

    private List<EmbeddedChannel> enter(String host, int times) {
        return IntStream.range(0, times).mapToObj(i -> enter(host)).toList();
    }

    @Test
    void whoWaitsLongestMakesRoom() {
        List<EmbeddedChannel> channels = enter(LOOPBACK, 10);
        assertThat(channels.subList(0, 2)).noneMatch(EmbeddedChannel::isOpen);
        assertThat(channels.subList(2, 10)).allMatch(EmbeddedChannel::isOpen);
        assertThat(lobby.count()).isEqualTo(8);
        assertThat(told)
                .hasSize(2)
                .first()
                .isEqualTo(LOOPBACK + ": places must be at most 8, was 9: this one has" + " waited longest");
    }

    @Test
    void theMostNumerousAddressMakesRoomForAllOthers() {
        EmbeddedChannel early = enter(OTHER);
        List<EmbeddedChannel> crowd = enter(LOOPBACK, 7);
        EmbeddedChannel late = enter(ONE);
        assertThat(early.isOpen()).isTrue();
        assertThat(late.isOpen()).isTrue();
        assertThat(crowd.get(0).isOpen()).isFalse();
        assertThat(crowd.subList(1, 7)).allMatch(EmbeddedChannel::isOpen);
    }

    @Test
    void oneAddressHasItsOwnBound() {
        List<EmbeddedChannel> channels = enter(ONE, 5);
        assertThat(channels.get(0).isOpen()).isFalse();
        assertThat(lobby.count()).isEqualTo(4);
        assertThat(told).singleElement().asString().startsWith(ONE + ": places must be at most 4, was 5");
    }

    @Test
    void aNetworkOf64BitsIsOneAddress() {
        IntStream.range(1, 6).forEach(i -> enter("2001:db8:0:1::" + i));
        assertThat(lobby.count()).isEqualTo(4);
        enter("2001:db8:0:2::1");
        assertThat(lobby.count()).isEqualTo(5);
    }

    @Test
    void aNetworkEachDoesNotKeepOthersOut() {
        List<EmbeddedChannel> crowd = IntStream.range(0, 8)
                .mapToObj(i -> enter("2001:db8:0:" + i + "::1"))
                .toList();
        EmbeddedChannel late = enter(ONE);
        assertThat(late.isOpen()).isTrue();
        assertThat(crowd.get(0).isOpen()).isFalse();
    }

    @Test
    void whoLeavesOrClosesMakesNobodyGo() {
        List<EmbeddedChannel> channels = enter(LOOPBACK, 8);
        lobby.leave(channels.get(0));
        channels.get(1).close();
        enter(LOOPBACK, 2);
        assertThat(channels.get(0).isOpen()).isTrue();
        assertThat(channels.subList(2, 8)).allMatch(EmbeddedChannel::isOpen);
        assertThat(told).isEmpty();
    }

    @Test
    void whoComesAnewIsTheYoungest() {
        List<EmbeddedChannel> channels = enter(LOOPBACK, 8);
        lobby.refresh(channels.get(0));
        enter(LOOPBACK);
        assertThat(channels.get(0).isOpen()).isTrue();
        assertThat(channels.get(1).isOpen()).isFalse();
    }

    @Test
    void whoHasGoneDoesNotComeAnew() {
        EmbeddedChannel channel = enter(LOOPBACK);
        lobby.leave(channel);
        lobby.refresh(channel);
        assertThat(lobby.count()).isZero();
    }
}
