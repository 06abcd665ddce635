package io.fluxlab.process.child;

import io.fluxlab.process.socket.Invitation;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a parent writes to its child's standard input, which others can't read as they can a command line: the invitation,
 * and once the child is to end, a farewell. Where the stream ends without it, the parent is dead.
 */
final class Briefing {

    private static final int FAREWELL = 'q';

    private Briefing() {}

    static void write(Invitation invitation, OutputStream child) throws IOException {
        DataOutputStream out = new DataOutputStream(child);
        out.writeUTF(invitation.address());
        out.writeUTF(invitation.token());
        out.writeUTF(invitation.secret());
        out.flush();
    }

    static Invitation read(InputStream parent) throws IOException {
        DataInputStream in = new DataInputStream(parent);
        return new Invitation(in.readUTF(), in.readUTF(), in.readUTF());
    }

    static void bidFarewell(OutputStream child) throws IOException {
        child.write(FAREWELL);
        child.flush();
    }

    /** Waits for the end; true where the parent has asked for it. */
    static boolean awaitFarewell(InputStream parent) {
        try {
            return parent.read() == FAREWELL;
        } catch (IOException e) {
            return false;
        }
    }
}
