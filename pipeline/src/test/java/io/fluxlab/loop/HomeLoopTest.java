package io.fluxlab.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class HomeLoopTest {

    private final HomeLoop home = HomeLoop.open("test-home");
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<Channel> accepted = new CopyOnWriteArrayList<>();
    private final List<Channel> inactive = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        letGo.countDown();
        home.close().block(Duration.ofMinutes(1));
    }

    @Test
    void closingClosesEveryChannelOfALoopThatATaskHoldsWhenThatLetsGo() throws InterruptedException {
        Channel server = serve();
        Channel client = connect(server);
        await().until(() -> accepted.size() == 1);
        hold();

        home.close().subscribe();
        letGo.countDown();

        home.loop().terminationFuture().sync();
        assertThat(server.isOpen()).isFalse();
        assertThat(client.isOpen()).isFalse();
        assertThat(inactive).as("ends that were told").isEqualTo(accepted);
    }

    @Test
    void closingClosesWhatATaskRegistersThatWasWaitingForTheLoop() throws InterruptedException {
        hold();
        home.close().subscribe();
        Channel late = new NioServerSocketChannel();
        home.loop().register(late);
        letGo.countDown();

        home.loop().terminationFuture().sync();

        assertThat(late.isOpen()).isFalse();
    }

    @RepeatedTest(50)
    void closingClosesWhatIsRegisteredMeanwhile() throws InterruptedException {
        Channel late = new NioServerSocketChannel();
        Thread registering = Thread.ofPlatform().start(() -> home.loop().register(late));

        home.close().subscribe();

        registering.join();
        home.loop().terminationFuture().sync();
        assertThat(late.isOpen()).isFalse();
    }

    @Test
    void loopCountsAsOpenUntilItsThreadHasEnded() throws InterruptedException {
        int others = HomeLoop.open() - 1;
        hold();

        home.close().subscribe();

        assertThat(HomeLoop.open()).isEqualTo(others + 1);
        letGo.countDown();
        await().until(() -> HomeLoop.open() == others);
    }

    private void hold() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        home.loop().execute(() -> {
            held.countDown();
            awaitLetGo();
        });
        held.await();
    }

    private void awaitLetGo() {
        try {
            letGo.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Channel serve() {
        return new ServerBootstrap()
                .group(home.loop())
                .channel(NioServerSocketChannel.class)
                .childHandler(new Accepted())
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    private Channel connect(Channel server) {
        return new Bootstrap()
                .group(home.loop())
                .channel(NioSocketChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(server.localAddress())
                .syncUninterruptibly()
                .channel();
    }

    @Sharable
    private final class Accepted extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            accepted.add(context.channel());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            inactive.add(context.channel());
        }
    }
}
