package io.fluxlab.server.transport;

import io.fluxlab.server.fuzz.Parts;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fuzzer's bytes say a client sends: bytes as they are, or frames that are {@link Parts} of them, perhaps after a
 * set-up, at once or in pieces.
 */
final class FrameScript {

    static final int AS_IT_IS = 1;
    static final int AFTER_SET_UP = 2;

    private static final int PIECES_SHIFT = 2;

    private FrameScript() {}

    /** What is sent over TCP. */
    static byte[] bytes(byte[] script) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Parts parts = Parts.of(script);
        if ((parts.manner() & AS_IT_IS) != 0) {
            out.writeBytes(parts.rest());
        } else {
            for (byte[] frame : frames(script)) {
                out.write(frame.length >> 16);
                out.write(frame.length >> 8);
                out.write(frame.length);
                out.writeBytes(frame);
            }
        }
        return out.toByteArray();
    }

    /** How much of it comes at once. */
    static int pieceBytes(byte[] script) {
        int pieces = Parts.of(script).manner() >> PIECES_SHIFT;
        return pieces == 0 ? Integer.MAX_VALUE : pieces * pieces;
    }

    /** The frames that are sent. */
    static List<byte[]> frames(byte[] script) {
        List<byte[]> frames = new ArrayList<>();
        Parts parts = Parts.of(script);
        if ((parts.manner() & AFTER_SET_UP) != 0) {
            frames.add(Frames.setup());
        }
        while (parts.hasNext()) {
            frames.add(parts.next());
        }
        return frames;
    }
}
