package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.link.Address;
import io.fluxlab.loop.LabThreads;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/**
 * The port that workers come to. Each connection gets a {@link Gate} in front of the broker, which has no bounds of its own
 * for those who have not logged in. Thread-safe. Whoever opens it closes it.
 */
final class Entrance implements AutoCloseable {

    private static final int THREADS = 2;
    private static final long LAST_WORDS_MILLIS = 2_000;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory(LabThreads.name("cluster-network"), true), NioIoHandler.newFactory());
    private final Channel port;

    /**
     * Listens; blocks until it does.
     *
     * @param broker what connections are handed to; it listens nowhere itself
     */
    Entrance(Address address, NettyAcceptor broker, Places places) throws ActiveMQException {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.SO_SNDBUF, TransportConstants.DEFAULT_TCP_SENDBUFFER_SIZE)
                .childOption(ChannelOption.SO_RCVBUF, TransportConstants.DEFAULT_TCP_RECEIVEBUFFER_SIZE)
                .childHandler(arrivals(address.tls(), broker, places))
                .bind(new InetSocketAddress(address.host(), address.port()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            close();
            throw new ActiveMQException("can't listen at %s: is something else there?".formatted(address));
        }
        this.port = bound.channel();
    }

    private static ChannelInitializer<SocketChannel> arrivals(boolean tls, NettyAcceptor broker, Places places) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) throws Exception {
                if (tls) {
                    // The broker looks for a client's certificate under this name.
                    channel.pipeline().addLast("ssl", broker.getSslHandler(channel.alloc(), null, 0));
                }
                channel.pipeline().addLast(new Gate(places));
                broker.transfer(channel);
            }
        };
    }

    /** The port that was found. */
    int port() {
        return ((InetSocketAddress) port.localAddress()).getPort();
    }

    /** Takes no more connections; those that are there go on. */
    void shut() {
        if (port.isOpen()) {
            port.close().syncUninterruptibly();
        }
    }

    /** Closes all connections that are left. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }
}
