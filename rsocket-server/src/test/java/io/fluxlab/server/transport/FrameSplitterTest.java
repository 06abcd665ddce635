package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameSplitterTest {

    private static final int MOST = 16;

    private long now;
    private final WireProgress progress =
            new WireProgress(new SharedBudget("bytes", Long.MAX_VALUE).join(why -> {}), () -> now);
    private final EmbeddedChannel channel = new EmbeddedChannel(new FrameSplitter(MOST, progress));

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private void receive(String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex)));
    }

    private String taken() {
        ByteBuf frame = channel.readInbound();
        if (frame == null) {
            return "nothing";
        }
        String hex = ByteBufUtil.hexDump(frame);
        frame.release();
        return hex;
    }

    @Test
    void framesAreCutWhereverTheBytesWereDivided() {
        String frame = "000006000000010800";
        for (int at = 0; at < frame.length(); at += 2) {
            receive(frame.substring(at, at + 2));
        }
        receive("000007000000030800ff" + "000006");
        assertThat(taken()).isEqualTo("000006000000010800");
        assertThat(taken()).isEqualTo("000007000000030800ff");
        assertThat(taken()).isEqualTo("nothing");
    }

    @Test
    void ofAFrameThatIsTooLongOnlyTheHeaderComes() {
        receive("000020" + "000000051800" + "ab".repeat(10));
        receive("ab".repeat(16) + "000006000000070800");
        assertThat(taken()).isEqualTo("000020000000051800");
        assertThat(taken()).isEqualTo("000006000000070800");
    }

    @Test
    void theBeginningOfAFrameIsNoticed() {
        receive("000006000000010800" + "000006");
        now += Duration.ofSeconds(1).toNanos();
        assertThat(progress.unfinishedFor()).isEqualTo(Duration.ofSeconds(1));
        receive("000000010800");
        assertThat(progress.unfinishedFor()).isZero();
    }

    @Test
    void theMissingRestOfATooLongFrameIsNoticed() {
        receive("000020" + "000000051800" + "ab".repeat(10));
        now += Duration.ofSeconds(1).toNanos();
        assertThat(progress.unfinishedFor()).isEqualTo(Duration.ofSeconds(1));
    }
}
