package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.link.Access;
import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.link.LinkProblem;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import reactor.core.publisher.Mono;

/** A worker in a child process of the coordinator's, which tells it where to join. */
public final class LocalWorkerProgram implements ChildProgram {

    /**
     * Where to join. Immutable.
     *
     * @param host the coordinator's
     * @param port the coordinator's
     * @param token what lets it in
     * @param lanes how many tasks it runs at once
     */
    public record Join(String host, int port, String token, int lanes) {

        /** What the coordinator asks of its child. */
        public Payload request() {
            return DefaultPayload.create(WireFormat.CBOR.write(this));
        }
    }

    @Override
    public RSocket start(ChildScope process) {
        return new RSocket() {
            @Override
            public Mono<Payload> requestResponse(Payload request) {
                Join join = WireFormat.CBOR.read(new ByteBufInputStream(request.sliceData()), Join.class);
                return Mono.<Payload>create(sink -> {
                    WorkerNode worker = new WorkerNode(
                            Access.onLoopback(new Address(false, join.host(), join.port()), join.token()),
                            WorkerSettings.of(join.lanes()),
                            new Quiet());
                    Thread thread = new Thread(worker::work, LabThreads.name("cluster-worker"));
                    thread.setDaemon(true);
                    thread.start();
                    sink.success(DefaultPayload.create(""));
                });
            }
        };
    }

    /** Its parent sees for itself. */
    private static final class Quiet implements WorkerNode.Listener {

        @Override
        public void joined(String member) {}

        @Override
        public void lost(String reason) {}

        @Override
        public void refused(String reason) {}

        @Override
        public void shutOut(LinkProblem problem) {}

        @Override
        public void drained() {}
    }
}
