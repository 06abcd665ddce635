package io.fluxlab.process.socket;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Where a parent listens, with a text form for the child. Immutable. */
sealed interface ParentAddress {

    /** What Netty binds and connects to. */
    SocketAddress socket();

    /** Makes channels that listen there. */
    ChannelFactory<? extends ServerChannel> servers();

    /** Sets what an accepted channel of this kind needs. */
    default void tune(ChannelConfig accepted) {}

    /** Sets what a connected channel of this kind needs. */
    default void tune(SocketChannel connected) throws IOException {}

    /** A file: whoever may open it is the folder's business. */
    record Unix(Path path) implements ParentAddress {
        private static final String SCHEME = "unix:";

        @Override
        public SocketAddress socket() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public ChannelFactory<NioServerDomainSocketChannel> servers() {
            return NioServerDomainSocketChannel::new;
        }

        @Override
        public String toString() {
            return SCHEME + path;
        }
    }

    /** A port on loopback, 0 before one is found. */
    record Loopback(int port) implements ParentAddress {
        private static final String SCHEME = "tcp:";

        @Override
        public SocketAddress socket() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public ChannelFactory<NioServerSocketChannel> servers() {
            return NioServerSocketChannel::new;
        }

        @Override
        public void tune(ChannelConfig accepted) {
            accepted.setOption(ChannelOption.TCP_NODELAY, true);
        }

        @Override
        public void tune(SocketChannel connected) throws IOException {
            connected.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }

        @Override
        public String toString() {
            return SCHEME + port;
        }
    }

    /** The address of a text form. */
    static ParentAddress parse(String text) {
        return text.startsWith(Unix.SCHEME)
                ? new Unix(Path.of(text.substring(Unix.SCHEME.length())))
                : new Loopback(Integer.parseInt(text.substring(Loopback.SCHEME.length())));
    }
}
