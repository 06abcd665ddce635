package io.fluxlab.process.child;

import io.fluxlab.process.socket.Dialer;
import io.fluxlab.process.socket.Invitation;
import io.rsocket.RSocket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * The main class of a child process. It ends the process when its parent says so, and also when the parent is gone,
 * however that came about: the pipe between them ends with either of them, also by SIGKILL. Threads that a task has left
 * behind hold up nothing.
 */
public final class ChildMain {

    private static final int DONE = 0;
    private static final int ORPHANED = 10;
    private static final int DISCONNECTED = 11;

    private ChildMain() {}

    /**
     * Runs a program for the parent that has started this process.
     *
     * @param arguments the program's class, and the folder that the parent's children share
     */
    public static void main(String[] arguments) throws IOException {
        InputStream parent = System.in;
        System.setIn(InputStream.nullInputStream()); // the pipe is not for tasks
        Invitation invitation = Briefing.read(parent);
        ChildScope scope = ChildScope.open();
        RSocket responder = program(arguments[0]).start(scope);
        Dialer.serve(invitation, responder)
                .subscribe(nothing -> {}, error -> end(DISCONNECTED), () -> end(DISCONNECTED));
        if (Briefing.awaitFarewell(parent)) {
            end(DONE);
        }
        PrivateFolder.delete(Path.of(arguments[1])); // nobody else will
        end(ORPHANED);
    }

    private static ChildProgram program(String type) {
        return ServiceLoader.load(ChildProgram.class).stream()
                .filter(each -> each.type().getName().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such program of a child: " + type))
                .get();
    }

    private static void end(int status) {
        Runtime.getRuntime().halt(status);
    }
}
