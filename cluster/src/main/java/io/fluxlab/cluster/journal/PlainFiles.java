package io.fluxlab.cluster.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;

/**
 * Artemis's files on the JDK's channels, with buffers on the heap: it would have Netty free its own, which Netty 4.2 refuses for
 * buffers that it has not made.
 */
final class PlainFiles extends NIOSequentialFileFactory {

    PlainFiles(Path folder, int bufferBytes, int gatherNanos, IOCriticalErrorListener listener) {
        super(folder.toFile(), true, bufferBytes, gatherNanos, 1, false, listener, null);
    }

    @Override
    public ByteBuffer allocateDirectBuffer(int size) {
        return ByteBuffer.allocate(size);
    }

    @Override
    public void releaseDirectBuffer(ByteBuffer buffer) {}

    @Override
    public ByteBuffer newBuffer(int size) {
        return ByteBuffer.allocate(size);
    }

    @Override
    public ByteBuffer newBuffer(int size, boolean zeroed) {
        return ByteBuffer.allocate(size);
    }

    @Override
    public void releaseBuffer(ByteBuffer buffer) {}
}
