package io.fluxlab.lecture.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.threads.FirstThreadWorkload.Parameters;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** How a body comes to a thread. */
enum ThreadCreation {
    // tag::function[]
    /** Given to the thread's constructor, with its arguments. */
    @JsonProperty("function")
    FUNCTION("a function with arguments") {
        @Override
        Mono<Sight> sight(Parameters given, TaskContext context) {
            return Mono.fromCallable(() -> {
                Notebook notebook = new Notebook(this, given);
                Runnable body = () -> notebook.note(given.a(), given.b(), given.c());
                return startAndJoin(new Thread(body, given.thread()), notebook, given, context);
            });
        }
    },
    // end::function[]

    // tag::subclass[]
    /** The overridden {@code run} of a subclass. */
    @JsonProperty("subclass")
    SUBCLASS("a subclass of Thread") {
        @Override
        Mono<Sight> sight(Parameters given, TaskContext context) {
            return Mono.fromCallable(() -> {
                Notebook notebook = new Notebook(this, given);
                Thread thread = new NotingThread(given.thread(), notebook, given.a(), given.b(), given.c());
                return startAndJoin(thread, notebook, given, context);
            });
        }
    },
    // end::subclass[]

    /** A publisher whose subscription is moved to the thread. Nobody waits: the item comes when it is there. */
    @JsonProperty("subscribe-on")
    SUBSCRIBE_ON("subscribeOn") {
        @Override
        Mono<Sight> sight(Parameters given, TaskContext context) {
            return Mono.using(
                    DemonstrationThreads::new,
                    threads -> {
                        Notebook notebook = new Notebook(this, given);
                        Mono<Sight> body = Mono.fromCallable(notebook.noting(given.a(), given.b(), given.c()))
                                .subscribeOn(threads.scheduler(given.thread()));
                        notebook.lookBeforeStart();
                        return body.publishOn(context.timer());
                    },
                    DemonstrationThreads::dismiss);
        }
    },

    /** By the main thread of a program of its own, as the lecture's runs. */
    @JsonProperty("program")
    PROGRAM("a program's main thread") {
        @Override
        Mono<Sight> sight(Parameters given, TaskContext context) {
            return Mono.fromCallable(() -> FirstThreadProgram.run(given, context));
        }
    };

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String label;

    ThreadCreation(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What the body saw. Starts at subscription; cancel interrupts the body's thread. */
    abstract Mono<Sight> sight(Parameters given, TaskContext context);

    private static Sight startAndJoin(Thread thread, Notebook notebook, Parameters given, TaskContext context)
            throws Exception {
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            notebook.lookBeforeStart();
            threads.start(thread);
            return context.blocking(() -> {
                threads.join(new Patience(PATIENCE.plusMillis(given.workMillis())));
                return notebook.read();
            });
        }
    }
}
