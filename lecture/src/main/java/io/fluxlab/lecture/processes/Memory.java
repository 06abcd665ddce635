package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.processes.NoteProgram.Answer;
import io.fluxlab.lecture.processes.NoteProgram.Order;
import io.fluxlab.lecture.processes.NoteProgram.Verb;
import io.fluxlab.process.child.Child;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A static of a parent and its children, changed by one of them and then by a thread. Thread-safe; for one run. */
final class Memory {

    private static final String THREAD = "note-writer";

    private final List<Child> processes;
    private final int value;
    private final Asking asking;
    private final String note = UUID.randomUUID().toString();

    Memory(List<Child> processes, int value, Asking asking) {
        this.processes = processes;
        this.value = value;
        this.asking = asking;
    }

    /** First a child changes it, then a thread of the parent. Cold. */
    Flux<Object> play() {
        return Flux.<Object>concat(amongProcesses(), amongThreads()).doFinally(signal -> Notes.forget(note));
    }

    private Mono<AmongProcesses> amongProcesses() {
        return Mono.fromSupplier(() -> Notes.read(note))
                .flatMap(before -> tell(processes.get(0), Verb.WRITE)
                        .then(read())
                        .map(read -> AmongProcesses.of(before, value, read, Notes.read(note))));
    }

    private Mono<AmongThreads> amongThreads() {
        int written = value + 1;
        return Mono.fromSupplier(() -> Notes.read(note))
                .flatMap(before -> writeOnAThread(written)
                        .then(Mono.fromSupplier(() -> Seen.now(note)).subscribeOn(asking.clock()))
                        .flatMap(seen -> read().map(read -> AmongThreads.of(before, written, seen, read))));
    }

    private Mono<Void> writeOnAThread(int written) {
        return Mono.create(sink -> new Thread(
                        () -> {
                            Notes.write(note, written);
                            sink.success();
                        },
                        THREAD)
                .start());
    }

    /** What all children see. */
    private Mono<List<Answer>> read() {
        return Flux.fromIterable(processes)
                .concatMap(process -> tell(process, Verb.READ))
                .collectList();
    }

    private Mono<Answer> tell(Child process, Verb verb) {
        return asking.ask(process, new Order(verb, note, value), Answer.class);
    }

    /** What this thread sees. */
    private record Seen(int value, String thread) {

        static Seen now(String note) {
            return new Seen(Notes.read(note), Thread.currentThread().getName());
        }
    }

    /**
     * What became of a static that a child changed.
     *
     * @param moment {@code processes}
     * @param cpus how many CPUs there are for all processes
     * @param parent id of the parent
     * @param writer id of the child that changed it
     * @param others ids of its siblings
     * @param before what the parent saw before
     * @param written what the child wrote
     * @param seenByWriter what the child saw afterwards
     * @param seenByOthers what its siblings saw
     * @param seenByParent what the parent saw
     */
    record AmongProcesses(
            String moment,
            int cpus,
            long parent,
            long writer,
            List<Long> others,
            int before,
            int written,
            int seenByWriter,
            List<Integer> seenByOthers,
            int seenByParent) {

        static AmongProcesses of(int before, int written, List<Answer> read, int seenByParent) {
            List<Answer> others = read.subList(1, read.size());
            return new AmongProcesses(
                    "processes",
                    Runtime.getRuntime().availableProcessors(),
                    ProcessHandle.current().pid(),
                    read.get(0).process(),
                    others.stream().map(Answer::process).toList(),
                    before,
                    written,
                    read.get(0).note(),
                    others.stream().map(Answer::note).toList(),
                    seenByParent);
        }
    }

    /**
     * What became of a static that a thread changed.
     *
     * @param moment {@code threads}
     * @param process id of the process whose thread it was
     * @param before what was seen before
     * @param written what the thread wrote
     * @param writer the thread's name
     * @param seen what another thread of the process saw afterwards
     * @param reader the name of that one
     * @param seenByChildren what the children saw
     */
    record AmongThreads(
            String moment,
            long process,
            int before,
            int written,
            String writer,
            int seen,
            String reader,
            List<Integer> seenByChildren) {

        private static AmongThreads of(int before, int written, Seen seen, List<Answer> read) {
            return new AmongThreads(
                    "threads",
                    ProcessHandle.current().pid(),
                    before,
                    written,
                    THREAD,
                    seen.value(),
                    seen.thread(),
                    read.stream().map(Answer::note).toList());
        }
    }
}
