package io.fluxlab.lecture.queues;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Squares as a flow: lines become numbers, and numbers squares on the writer's thread, one at a time because that is how
 * many it asks for. Nobody waits for a queue; the end is a signal and needs no {@code stop} among the items, so that it
 * comes once, after the last line.
 */
final class SquaresFlow {

    private SquaresFlow() {}

    /** Cold. Cancel closes the files and ends the writer's thread. */
    static Flux<Written> of(String infile) {
        return Flux.using(
                () -> SquareFiles.with(infile),
                files -> Flux.using(
                        () -> Schedulers.newSingle("squares-writer", true),
                        writer -> write(files, writer).then(Mono.fromCallable(() -> files.written("", 0, ""))),
                        Scheduler::dispose),
                SquaresFlow::close);
    }

    private static Flux<String> write(SquareFiles files, Scheduler writer) {
        return Flux.using(
                files::writer,
                outfile -> Flux.concat(List.of(
                                Flux.using(files::reader, infile -> Flux.fromStream(infile.lines()))
                                        .concatMapIterable(PythonText::split)
                                        .filter(PythonText::isDigit)
                                        .map(number -> "start " + PythonText.square(number) + " finish\n"),
                                Flux.just("startfinish\n")))
                        .publishOn(writer, 1)
                        .doOnNext(text -> append(outfile, text)));
    }

    private static void append(BufferedWriter outfile, String text) {
        try {
            outfile.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(SquareFiles files) {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
