package io.fluxlab.process.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.rsocket.Payload;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Hooks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What of Reactor's context travels to another process: every key with its value, as items do. Not to be changed.
 *
 * @param entries keys and values in turn, as a frame of items
 * @param restoresThreadLocals whether Reactor sets ThreadLocals from the context, where these are registered
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, which nobody compares
public record TravellingContext(byte[] entries, boolean restoresThreadLocals) {

    /**
     * The context as it travels; null where there is nothing in it.
     *
     * @throws UnwritableItemException where a key or its value can't travel, naming the key
     */
    public static @Nullable TravellingContext of(ContextView context) {
        if (context.isEmpty()) {
            return null;
        }
        ItemWriter writer = new ItemWriter(ByteBufAllocator.DEFAULT);
        try {
            context.forEach((key, value) -> write(key, value, writer));
            return new TravellingContext(bytes(writer.take()), Hooks.isAutomaticContextPropagationEnabled());
        } finally {
            writer.discard();
        }
    }

    private static void write(Object key, Object value, ItemWriter writer) {
        try {
            boolean unused = writer.add(key);
            unused = writer.add(value);
        } catch (UnwritableItemException e) {
            throw UnwritableItemException.inContext(key, value, e);
        }
    }

    private static byte[] bytes(Payload frame) {
        try {
            return ByteBufUtil.getBytes(frame.sliceData());
        } finally {
            frame.release();
        }
    }

    /** The context, with types of this class loader. */
    public Context read(ClassLoader types) {
        ByteBuf frame = Unpooled.wrappedBuffer(entries);
        ItemReader reader = new ItemReader(frame, types);
        Context context = Context.empty();
        Object key = reader.next();
        while (key != null) {
            Object value = reader.next();
            if (value == null) {
                throw new IllegalStateException("a key of the context came without a value: " + key);
            }
            context = context.put(key, value);
            key = reader.next();
        }
        return context;
    }
}
