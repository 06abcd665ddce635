package io.fluxlab.process;

import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.work.TaskProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reactor.core.publisher.Mono;

/** A program that has a file in memory and a child, prints which, and waits. */
final class DoomedSharer {

    private DoomedSharer() {}

    public static void main(String[] arguments) {
        Children.during(children -> Mono.zip(
                                children.memory(), children.start(ChildOptions.light(TaskProgram.class, 64)))
                        .doOnNext(both -> show(both.getT1(), both.getT2()))
                        .then(Mono.never()))
                .blockLast();
    }

    private static void show(Path memory, Child child) {
        try {
            System.out.println(Files.writeString(memory.resolve("shared"), "something"));
            System.out.println(child.process().pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
