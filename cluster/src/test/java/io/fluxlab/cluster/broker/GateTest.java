package io.fluxlab.cluster.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cluster.broker.Refusals.Cause;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a gate lets through, in the pieces that a network may make of it. */
class GateTest {

    private final Refusals refusals = new Refusals();
    private final Places places = new Places(new EntryLimits(1, 1, Duration.ofMinutes(1)), refusals);
    private final Gate gate = new Gate(places);
    private final EmbeddedChannel channel = new EmbeddedChannel(gate);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private static ByteBuf greeting() {
        return Unpooled.copiedBuffer("ARTEMIS", StandardCharsets.US_ASCII);
    }

    private static ByteBuf head(int length, byte type) {
        return Unpooled.buffer().writeInt(length).writeByte(type);
    }

    /** Sends it byte by byte. */
    private void sendInPieces(ByteBuf bytes) {
        while (bytes.isReadable()) {
            channel.writeInbound(bytes.readRetainedSlice(1));
        }
        bytes.release();
    }

    private int passed() {
        int bytes = 0;
        for (ByteBuf piece = channel.readInbound(); piece != null; piece = channel.readInbound()) {
            bytes += piece.readableBytes();
            piece.release();
        }
        return bytes;
    }

    @Test
    void framesInPiecesPassAndAreReadWhole() {
        sendInPieces(greeting());
        sendInPieces(head(3, PacketImpl.PING).writeZero(2));
        sendInPieces(head(1, PacketImpl.CREATESESSION_V2));

        assertThat(passed()).isEqualTo(7 + 7 + 5);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void severalFramesInOnePiecePass() {
        channel.writeInbound(Unpooled.wrappedBuffer(
                greeting(), head(3, PacketImpl.PING).writeZero(2), head(9, PacketImpl.SUBSCRIBE_TOPOLOGY_V2)));

        assertThat(passed()).isEqualTo(7 + 7 + 5);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aFrameThatIsTooLongBeforeTheTokenDoesNot() {
        sendInPieces(greeting());
        sendInPieces(head(Gate.MOST_EARLY_BYTES + 1, PacketImpl.PING));

        assertThat(passed()).isEqualTo(7 + 4);
        assertThat(channel.isOpen()).isFalse();
        assertThat(refusals.of(Cause.TOO_LARGE)).isEqualTo(1);
    }

    @Test
    void whoeverHasLoggedInMaySendOtherAndLongerFrames() {
        channel.writeInbound(greeting());
        assertThat(gate.logIn()).isTrue();

        channel.writeInbound(
                head(Gate.MOST_EARLY_BYTES + 1, PacketImpl.SESS_SEND).writeZero(Gate.MOST_EARLY_BYTES));
        channel.writeInbound(head(Gate.MOST_FRAME_BYTES, PacketImpl.SESS_SEND));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aWorkersFramesHaveABoundToo() {
        channel.writeInbound(greeting());
        assertThat(gate.logIn()).isTrue();

        channel.writeInbound(head(Gate.MOST_FRAME_BYTES + 1, PacketImpl.SESS_SEND));

        assertThat(channel.isOpen()).isFalse();
        assertThat(refusals.of(Cause.TOO_LARGE)).isEqualTo(1);
    }

    @Test
    void anotherProtocolDoesNotPass() {
        channel.writeInbound(Unpooled.copiedBuffer("GET / HTTP/1.1", StandardCharsets.US_ASCII));

        assertThat(passed()).isZero();
        assertThat(channel.isOpen()).isFalse();
        assertThat(refusals.of(Cause.OTHER_PROTOCOL)).isEqualTo(1);
    }

    @Test
    void aNewcomerTakesThePlaceOfWhoeverHasWaitedLongest() {
        EmbeddedChannel next = new EmbeddedChannel(new Gate(places));

        assertThat(channel.isOpen()).isFalse();
        assertThat(next.isOpen()).isTrue();
        assertThat(refusals.of(Cause.TOO_MANY)).isEqualTo(1);
        assertThat(gate.logIn()).isFalse();
        next.finishAndReleaseAll();
    }

    @Test
    void whoeverHasLoggedInKeepsItsPlace() {
        assertThat(gate.logIn()).isTrue();
        Gate beyond = new Gate(places);
        EmbeddedChannel next = new EmbeddedChannel(beyond);

        assertThat(channel.isOpen()).isTrue();
        assertThat(beyond.logIn()).isFalse();

        channel.finishAndReleaseAll();

        assertThat(beyond.logIn()).isTrue();
        next.finishAndReleaseAll();
    }
}
