package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of frames until the event loop writes them; the embedded channel's loop runs only when it is told to. */
class OutboxTest {

    private static final int CHUNK = 16 * 1024;

    private final List<String> steps = new ArrayList<>();
    private Runnable whenFlushed = () -> {};

    private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelOutboundHandlerAdapter() {
        @Override
        public void flush(ChannelHandlerContext ctx) {
            steps.add("flush");
            ctx.flush();
            Runnable now = whenFlushed;
            whenFlushed = () -> {};
            now.run();
        }
    });

    private final StreamOutbox outbox = new StreamOutbox(channel);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private static ByteBuf frame(int bytes) {
        return Unpooled.buffer().writeZero(bytes);
    }

    private List<String> written() {
        channel.runPendingTasks();
        List<String> written = new ArrayList<>();
        for (ByteBuf message = channel.readOutbound(); message != null; message = channel.readOutbound()) {
            if (message.isReadable()) {
                written.add(ByteBufUtil.hexDump(message));
            }
            message.release();
        }
        return written;
    }

    @Test
    void framesThatWaitAreWrittenAsOneEachWithItsLength() {
        outbox.send(Unpooled.wrappedBuffer(new byte[] {1, 2}));
        outbox.send(Unpooled.EMPTY_BUFFER);
        outbox.send(Unpooled.wrappedBuffer(new byte[] {3}));
        assertThat(written()).containsExactly("000002" + "0102" + "000000" + "000001" + "03");
        assertThat(steps).containsExactly("flush");
    }

    @Test
    void whatComesLaterIsWrittenLater() {
        outbox.send(frame(1));
        assertThat(written()).hasSize(1);
        assertThat(written()).isEmpty();
        outbox.send(frame(1));
        assertThat(written()).hasSize(1);
    }

    @Test
    void chunksPayNoHeedToWhereAFrameEndsAndMessagesAreOfJustTheRightSize() {
        for (int size : new int[] {0, 1, CHUNK - 7, CHUNK - 3, CHUNK - 2, CHUNK, 100_000}) {
            outbox.send(frame(2));
            outbox.send(frame(size));
            outbox.send(frame(2));
            channel.runPendingTasks();
            int left = 5 + 3 + size + 5;
            for (ByteBuf message = channel.readOutbound(); message != null; message = channel.readOutbound()) {
                assertThat(message.readableBytes()).isLessThanOrEqualTo(CHUNK);
                assertThat(message.capacity()).isEqualTo(message.readableBytes());
                left -= message.readableBytes();
                message.release();
            }
            assertThat(left).isZero();
        }
    }

    @Test
    void framesAreReleasedWhenTheyAreSent() {
        ByteBuf frame = channel.alloc().buffer().writeLong(1);
        outbox.send(frame);
        assertThat(frame.refCnt()).isZero();
    }

    @Test
    void afterTheLastFrameThereAreNoMore() {
        outbox.send(frame(1));
        outbox.sendLast(frame(2), () -> steps.add("end"));
        ByteBuf late = frame(3);
        outbox.send(late);
        assertThat(late.refCnt()).isZero();
        assertThat(written()).containsExactly("000001" + "00" + "000002" + "0000");
        assertThat(steps).containsOnlyOnce("end").startsWith("flush", "end");
    }

    @Test
    void whatWaitsIsDroppedWhenTheChannelCloses() {
        outbox.send(frame(3 * CHUNK));
        outbox.sendLast(frame(2), () -> steps.add("end"));
        channel.pipeline().close();
        ByteBuf late = frame(3);
        outbox.send(late);
        assertThat(late.refCnt()).isZero();
        assertThat(written().size()).isZero();
        assertThat(steps).doesNotContain("end");
    }

    @Test
    void whatIsSentBecauseOfAWriteWaitsForTheLoopsNextTurn() {
        whenFlushed = () -> {
            outbox.send(frame(1));
            channel.eventLoop().execute(() -> steps.add("others"));
        };
        outbox.send(frame(1));
        assertThat(written()).hasSize(2);
        assertThat(steps).containsExactly("flush", "others", "flush");
    }
}
