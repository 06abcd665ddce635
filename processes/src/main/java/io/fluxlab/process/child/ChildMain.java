package io.fluxlab.process.child;

import io.fluxlab.process.socket.Dialer;
import io.fluxlab.process.socket.Invitation;
import io.rsocket.RSocket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The main class of a child process. It ends the process when its parent says so, and also when the parent is gone,
 * however that came about: the pipe between them ends with either of them, also by SIGKILL. Threads that a task has left
 * behind hold up nothing.
 */
public final class ChildMain {

    private static final int DONE = 0;
    private static final int ORPHANED = 10;
    private static final int DISCONNECTED = 11;

    private static final long HEARING_SECONDS = 1;

    private ChildMain() {}

    /**
     * Runs a program for the parent that has started this process.
     *
     * @param arguments the program's class, and the folder that the parent's children share
     */
    public static void main(String[] arguments) throws IOException {
        InputStream parent = System.in;
        System.setIn(InputStream.nullInputStream()); // the pipe is not for tasks
        Runtime.getRuntime().addShutdownHook(new Thread(ChildMain::hearTheParentOut));
        Invitation invitation = Briefing.read(parent);
        ChildScope scope = ChildScope.open();
        RSocket responder = program(arguments[0]).start(scope);
        Dialer.serve(invitation, responder).subscribe(nothing -> {}, error -> endSoon(scope), () -> endSoon(scope));
        if (Briefing.awaitFarewell(parent)) {
            end(DONE);
        }
        endAsOrphan(Path.of(arguments[1]));
    }

    /**
     * A signal that ends this process has often gone to its parent, too: Ctrl-C reaches all that belong to a terminal. What
     * the parent says then, or does, decides how this process ends, and who deletes the folder: the thread of {@code main}
     * ends the process meanwhile, else it ends by itself.
     */
    private static void hearTheParentOut() {
        try {
            new CountDownLatch(1).await(HEARING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return; // nobody does that but a task that interrupts whatever it finds
        }
    }

    private static ChildProgram program(String type) {
        return ServiceLoader.load(ChildProgram.class).stream()
                .filter(each -> each.type().getName().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such program of a child: " + type))
                .get();
    }

    /** Without its connection it is of no use. Where that has gone with the parent, {@code main} has a folder to delete. */
    private static void endSoon(ChildScope scope) {
        scope.clock().schedule(() -> end(DISCONNECTED), HEARING_SECONDS, TimeUnit.SECONDS);
    }

    /** Nobody else will delete the folder, so that nothing may end the process before. */
    private static synchronized void endAsOrphan(Path folder) {
        PrivateFolder.delete(folder);
        end(ORPHANED);
    }

    private static synchronized void end(int status) {
        Runtime.getRuntime().halt(status);
    }
}
