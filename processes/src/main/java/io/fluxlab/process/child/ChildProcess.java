package io.fluxlab.process.child;

import io.fluxlab.process.socket.Invitation;
import io.fluxlab.process.socket.Rendezvous;
import io.fluxlab.process.socket.Rendezvous.Guest;
import io.rsocket.RSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A parent's hold on one child process. Thread-safe. */
public final class ChildProcess {

    private static final int TAIL_BYTES = 1024;
    private static final Duration TRAINING_TIME = Duration.ofMinutes(1);

    private final Process process;
    private final Path log;
    private final Mono<RSocket> arrival;

    private ChildProcess(Process process, Path log, Mono<RSocket> arrival) {
        this.process = process;
        this.log = log;
        this.arrival = arrival;
    }

    /**
     * Starts a child, which takes a few milliseconds of this thread; it arrives some time later.
     *
     * @param folder for its temporary files and for what it prints
     */
    public static ChildProcess start(ChildOptions options, Rendezvous rendezvous, Path folder) throws IOException {
        Guest guest = rendezvous.invite();
        Path log = Files.createTempFile(folder, "child-", ".log");
        Process process = new ProcessBuilder(options.command(folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.onExit().thenRun(() -> rendezvous.forget(guest.invitation()));
        ChildProcess child = new ChildProcess(process, log, guest.arrival());
        child.brief(guest.invitation());
        return child;
    }

    private void brief(Invitation invitation) {
        try {
            Briefing.write(invitation, process.getOutputStream());
        } catch (IOException e) {
            kill(); // it has ended already, or does not listen: its end says so
        }
    }

    /** Its id in the operating system. */
    public long pid() {
        return process.pid();
    }

    /** Its answers, once it has arrived; fails, as {@link #ended} completes, where it ends before. Lazy; cached. */
    public Mono<RSocket> arrival() {
        return Mono.firstWithSignal(arrival, ended().flatMap(end -> Mono.error(new IOException(end))));
    }

    /** Why it has ended, once it has, in words that go on after "the process". On any thread. */
    public Mono<String> ended() {
        return Mono.fromFuture(process.onExit(), true).map(end -> ending(end.exitValue()));
    }

    /** The status that it has ended with, 128 and the signal where it was ended by one, once it has. On any thread. */
    public Mono<Integer> exitStatus() {
        return Mono.fromFuture(process.onExit(), true).map(Process::exitValue);
    }

    /** What it has used until now; zero where the platform does not tell. */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Asks it to end, ends it where it has not done so in time, and completes when it is gone. Starts at subscription. */
    public Mono<Void> close(Duration patience, Scheduler clock) {
        Mono<Process> exit = Mono.fromFuture(process.onExit(), true);
        Duration limit = ClassArchive.isTrained() ? TRAINING_TIME : patience;
        return Mono.<Void>fromRunnable(this::bidFarewell)
                .then(exit)
                .timeout(limit, Mono.fromRunnable(this::kill).then(exit), clock)
                .then();
    }

    private void bidFarewell() {
        try (OutputStream in = process.getOutputStream()) {
            Briefing.bidFarewell(in);
        } catch (IOException e) {
            return; // it has gone before
        }
    }

    private String ending(int status) {
        String said = lastWords();
        String how = status > 128 ? "was ended by signal " + (status - 128) : "ended with status " + status;
        return said.isEmpty() ? how : how + ": " + said;
    }

    private String lastWords() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            String text = new String(tail, Charset.defaultCharset()).strip();
            return text.substring(text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            return ""; // the folder has gone before
        }
    }
}
