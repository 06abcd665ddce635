package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Connections connections =
            new Connections(new ConnectionLimits(4, 2, 8, 8), new TransportListener() {});

    private EmbeddedChannel seated(String host) {
        EmbeddedChannel channel = new EmbeddedChannel();
        assertThat(connections.seat(channel, peer(host))).isNull();
        return channel;
    }

    private static Peer peer(String host) {
        return new Peer(Door.TCP, host, 1);
    }

    private void assertFull(String host, String message) {
        Refusal refusal = connections.seat(new EmbeddedChannel(), peer(host));
        assertThat(Objects.requireNonNull(refusal).json()).contains(message);
    }

    @Test
    void oneAddressHasItsOwnBoundAndLeavesOthersRoom() {
        EmbeddedChannel first = seated("192.0.2.1");
        seated("192.0.2.1");
        assertFull("192.0.2.1", "connectionsPerAddress must be at most 2, was 3");
        seated("192.0.2.2");
        first.close();
        seated("192.0.2.1");
    }

    @Test
    void aNetworkOf64BitsIsOneAddress() {
        seated("2001:db8:0:1::1");
        seated("2001:db8:0:1:ffff::2");
        assertFull("2001:db8:0:1::3", "connectionsPerAddress must be at most 2, was 3");
        seated("2001:db8:0:2::1");
    }

    @Test
    void loopbackMayHaveAllOfThem() {
        EmbeddedChannel first = seated("127.0.0.1");
        seated("127.0.0.1");
        seated("::1");
        seated("127.0.0.1");
        assertFull("127.0.0.1", "connections must be at most 4, was 5");
        assertFull("192.0.2.1", "connections must be at most 4, was 5");
        first.close();
        seated("192.0.2.1");
    }

    @Test
    void aSeatIsTakenFromTheLobby() {
        EmbeddedChannel channel = new EmbeddedChannel();
        connections.waiting().enter(channel, peer("127.0.0.1"));
        connections.seat(channel, peer("127.0.0.1"));
        assertThat(connections.waiting().count()).isZero();
    }
}
