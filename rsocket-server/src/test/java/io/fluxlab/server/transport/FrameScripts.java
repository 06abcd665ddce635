package io.fluxlab.server.transport;

import io.fluxlab.server.fuzz.Parts;
import io.rsocket.frame.ErrorFrameCodec;
import io.rsocket.frame.FrameType;
import java.util.stream.Stream;

/** What clients send, the right way: where a fuzzer begins. */
final class FrameScripts {

    private FrameScripts() {}

    static Stream<byte[]> conversations() {
        return Stream.of(
                Parts.script(0, Frames.setup()),
                Parts.script(0, Frames.setup(Frames.RESUME | Frames.LEASE, 1000, 5000)),
                Parts.script(
                        FrameScript.AFTER_SET_UP,
                        Frames.requestResponse(1, "one"),
                        Frames.requestStream(3, 2, "three"),
                        Frames.demand(3, 10),
                        Frames.keepAlive(),
                        Frames.requestStream(5, 1, ""),
                        Frames.cancel(5)),
                Parts.script(
                        FrameScript.AFTER_SET_UP,
                        channel(7, 0, "first"),
                        Frames.payload(7, 0, Frames.bytes("second")),
                        Frames.payload(7, FrameHeader.FLAG_COMPLETE, Frames.bytes("last"))),
                Parts.script(
                        FrameScript.AFTER_SET_UP,
                        Frames.requestStream(9, 5, FrameHeader.FLAG_FOLLOWS, Frames.bytes("begun")),
                        Frames.payload(9, FrameHeader.FLAG_FOLLOWS, Frames.bytes("goes on")),
                        Frames.payload(9, 0, Frames.bytes("done"))),
                Parts.script(
                        FrameScript.AFTER_SET_UP,
                        channel(11, 0, "first"),
                        error(11, ErrorFrameCodec.APPLICATION_ERROR),
                        error(0, ErrorFrameCodec.CONNECTION_CLOSE)),
                Parts.script(
                        FrameScript.AFTER_SET_UP,
                        Frames.metadataPush(),
                        Frames.frame(1, FrameType.REQUEST_FNF, 0, out -> out.writeBytes("forget")),
                        error(1, ErrorFrameCodec.APPLICATION_ERROR),
                        error(0, ErrorFrameCodec.CONNECTION_CLOSE)));
    }

    private static byte[] error(int streamId, int code) {
        return Frames.frame(streamId, FrameType.ERROR, 0, out -> out.writeInt(code));
    }

    private static byte[] channel(int streamId, int flags, String data) {
        return Frames.frame(streamId, FrameType.REQUEST_CHANNEL, flags, out -> {
            out.writeInt(3);
            out.writeBytes(data);
        });
    }
}
