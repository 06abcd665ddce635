package io.fluxlab.server.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rsocket.frame.FrameType;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client of a served lab that asks for too much, and reads only when it is told to. */
public final class Attacker implements AutoCloseable {

    private static final int ROUTING = 0xFE;

    private final RawPeer peer;
    private int nextStreamId = 1;

    private Attacker(RawPeer peer) {
        this.peer = peer;
        peer.send(Frames.setup());
    }

    public static Attacker tcp(InetSocketAddress address) {
        return new Attacker(new RawTcpPeer(address));
    }

    public static Attacker webSocket(InetSocketAddress address) {
        return new Attacker(new RawWebSocketPeer(address));
    }

    /** Requests a stream with unbounded demand. */
    public void askForEverything(String route, Object data) throws JsonProcessingException {
        peer.send(request(nextStreamId, Integer.MAX_VALUE, route, new ObjectMapper().writeValueAsBytes(data)));
        nextStreamId += 2;
    }

    /** Reads a thousand frames; tells whether the server sent them all, and no end of a stream among them. */
    public boolean receivesMore() {
        for (int i = 0; i < 1000; i++) {
            if (peer.expect().isLast()) {
                return false;
            }
        }
        return true;
    }

    /** Opens so many streams that stay open, because one answer is asked for where there are more. */
    public CompletableFuture<Void> open(int streams) {
        return CompletableFuture.runAsync(() -> {
            for (int i = 0; i < streams; i++) {
                peer.send(request(nextStreamId, 1, "lab.lanes", new byte[0]));
                nextStreamId += 2;
            }
        });
    }

    /** Begins requests of this size, whole frames and a part of one, and finishes none. */
    public void begin(int requests, int bytes) {
        for (int i = 0; i < requests; i++) {
            peer.send(Frames.requestStream(nextStreamId, 1, FrameHeader.FLAG_FOLLOWS, new byte[bytes]));
            nextStreamId += 2;
        }
        peer.sendPart(Frames.requestStream(nextStreamId, 1, 0, new byte[bytes]), bytes);
    }

    /** Sends requests that are whole. */
    public void send(int requests, String route, String json) {
        for (int i = 0; i < requests; i++) {
            peer.send(request(nextStreamId, 1, route, Frames.bytes(json)));
            nextStreamId += 2;
        }
    }

    /** Ends the first stream that was opened. */
    public void cancelFirst() {
        peer.send(Frames.cancel(1));
    }

    /** Reads until an error comes, and says what it is; empty at the end of the connection. */
    public Optional<String> nextError() {
        Optional<ReceivedFrame> frame = peer.next();
        while (frame.isPresent() && !frame.get().isError()) {
            frame = peer.next();
        }
        return frame.map(ReceivedFrame::text);
    }

    private static byte[] request(int streamId, int demand, String route, byte[] json) {
        return Frames.frame(streamId, FrameType.REQUEST_STREAM, FrameHeader.FLAG_METADATA, out -> {
            int entry = route.length() + 1;
            out.writeInt(demand);
            out.writeByte(0);
            out.writeShort(entry + 4);
            out.writeByte(ROUTING);
            out.writeByte(0);
            out.writeShort(entry);
            out.writeByte(route.length());
            out.writeBytes(route);
            out.write(json);
        });
    }

    @Override
    public void close() {
        peer.close();
    }
}
