package io.fluxlab.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * What any thread has sent and the event loop has not written yet. Frames are copied and released by whoever sends them,
 * so that the loop finds messages of just the right size, and what waits costs no more than its bytes. However many
 * frames wait, the loop is woken once and flushes once. Thread-safe.
 *
 * <p>Written by hand because Reactor Netty's {@code send} passes every frame through a queue, a promise and the pipeline
 * of its own, which costs more than small frames do.
 */
abstract sealed class Outbox permits StreamOutbox, MessageOutbox {

    private final Channel channel;
    private final EventLoop loop;
    private List<Object> messages = new ArrayList<>();
    private boolean scheduled;
    private boolean ended;
    /** Touched by the event loop alone. */
    private boolean writing;

    Outbox(Channel channel) {
        this.channel = channel;
        this.loop = channel.eventLoop();
        channel.closeFuture().addListener(closed -> discard());
    }

    /** Bytes that a frame counts for while it waits, and after that in a message. */
    abstract int bytes(ByteBuf frame);

    /** Copies a frame, perhaps to a message that is not complete yet. */
    abstract void append(ByteBuf frame, Channel to, List<Object> complete);

    /** Completes the message that is not. */
    abstract void seal(Channel to, List<Object> complete);

    /** Sends a frame and releases it; after the last one, or when the channel is closed, it is only released. */
    final void send(ByteBuf frame) {
        if (take(frame, false)) {
            execute(this::write);
        }
    }

    /** Sends the last frame of all, releases it, and runs something when it was written, if it ever is. */
    final void sendLast(ByteBuf frame, Runnable afterwards) {
        take(frame, true);
        execute(() -> {
            write();
            if (channel.isOpen()) {
                channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFuture written) -> {
                    if (written.isSuccess()) {
                        afterwards.run();
                    }
                });
            }
        });
    }

    /** Tells whether the event loop must be told. */
    private synchronized boolean take(ByteBuf frame, boolean last) {
        try {
            if (ended) {
                return false;
            }
            append(frame, channel, messages);
            ended = last;
            boolean first = !scheduled;
            scheduled = true;
            return first;
        } finally {
            frame.release();
        }
    }

    /**
     * What was sent because of a write waits until the loop has looked at its other connections: it goes on with tasks for
     * up to a second otherwise, and a fast reader makes one after the other.
     */
    private void execute(Runnable task) {
        try {
            if (loop.inEventLoop() && writing) {
                loop.schedule(task, 0, TimeUnit.NANOSECONDS);
            } else {
                loop.execute(task);
            }
        } catch (RejectedExecutionException e) {
            discard(); // the server is gone
        }
    }

    private void write() {
        List<Object> taken = taken();
        if (!taken.isEmpty()) { // as it is when the channel was closed, which then takes nothing any more
            writing = true;
            try {
                taken.forEach(channel::write);
                channel.flush();
            } finally {
                writing = false;
            }
        }
    }

    private synchronized List<Object> taken() {
        if (channel.isOpen()) {
            seal(channel, messages);
        }
        List<Object> taken = messages;
        messages = new ArrayList<>();
        scheduled = false;
        return taken;
    }

    private synchronized void discard() {
        ended = true;
        messages.forEach(ReferenceCountUtil::release);
        messages.clear();
    }
}
