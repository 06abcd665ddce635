package io.fluxlab.catalog;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import io.netty.channel.EventLoop;
import java.io.IOException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Parsing and printing of a JSON document: the CPU work of nearly every service, which allocates as it goes. */
public final class RenderWorkload implements Workload<RenderWorkload.Parameters> {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** How much more heap than the text the parsed document and what is printed of it take. */
    private static final int TREE_TO_TEXT = 16;

    /**
     * What to render.
     *
     * @param kilobytes size of the document
     * @param documents how often each task parses and prints it
     * @param tasks how many tasks
     */
    public record Parameters(
            @Param(value = "size of the document in units of 1000 bytes", min = 1, max = 10_000)
            int kilobytes,

            @Param(value = "how often each task parses and prints the document", min = 1, max = 1_000_000)
            int documents,

            @Param(value = "how many tasks", min = 1, max = 1_000_000)
            int tasks) {}

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String summary() {
        return "parses and prints a JSON document: the CPU work of nearly every service";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(100, 1, 160);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            private volatile byte[] document = {};

            @Override
            public Mono<Void> open(EventLoop home) {
                return Mono.fromCallable(() -> document = Orders.json(1000 * parameters.kilobytes()))
                        .then();
            }

            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public String label(int task) {
                return "render " + parameters.documents() + " x " + parameters.kilobytes() + " kB";
            }

            @Override
            public long total(int task) {
                return parameters.documents();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                // The document, and for each that renders it, its tree and its text.
                Claim text = Claim.ofHeapBytes(1000L * parameters.kilobytes());
                return text.times(2).plus(text.times(TREE_TO_TEXT).times(atOnce.computing()));
            }

            @Override
            public Publisher<Long> body(int task, TaskContext context) {
                return Mono.fromCallable(() -> render(document, parameters.documents(), context));
            }
        };
    }

    /** How many bytes were printed. */
    private static long render(byte[] document, int times, TaskContext context) throws IOException {
        long bytes = 0;
        for (int done = 0; done < times; done++) {
            context.checkpoint(done);
            bytes += MAPPER.writeValueAsBytes(MAPPER.readTree(document)).length;
        }
        context.checkpoint(times);
        return bytes;
    }
}
