package io.fluxlab.process.child;

import io.fluxlab.process.socket.Rendezvous;
import io.netty.channel.EventLoop;
import java.nio.file.Path;
import reactor.core.publisher.Mono;

/** What the children of one parent share: a folder that is nobody else's, and where their parent waits for them. */
public record ChildSite(Path folder, Rendezvous rendezvous) {

    /** Makes both. Starts at subscription. */
    public static Mono<ChildSite> open(boolean loopback, EventLoop loop) {
        return Mono.fromCallable(PrivateFolder::make)
                .flatMap(folder -> (loopback ? Rendezvous.onLoopback(loop) : Rendezvous.in(folder, loop))
                        .map(rendezvous -> new ChildSite(folder, rendezvous))
                        .doOnError(error -> PrivateFolder.delete(folder)));
    }

    /** Removes both, and may do so again, for what children wrote meanwhile; connections that exist go on. */
    public void close() {
        rendezvous.dispose();
        PrivateFolder.delete(folder);
    }
}
