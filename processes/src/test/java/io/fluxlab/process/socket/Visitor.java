package io.fluxlab.process.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Somebody who has found out where a parent listens, and says whatever occurs to them. */
final class Visitor implements AutoCloseable {

    private final SocketChannel channel;

    private Visitor(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects to the address of an invitation, and keeps quiet. */
    static Visitor at(String address) throws IOException {
        return new Visitor(SocketChannel.open(ParentAddress.parse(address).socket()));
    }

    void say(String text) {
        say(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Says as much of it as there is somebody to hear. */
    void say(byte[] bytes) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
        }
    }

    /** Waits until the connection is closed from the other side, which has not said a word. */
    void isTurnedAway() {
        try {
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        } catch (IOException e) { // it was closed with words of this one's unread
            assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
