package io.fluxlab.server;

import io.netty.buffer.ByteBuf;
import io.rsocket.metadata.CompositeMetadata;
import java.util.Optional;

/** What composite metadata holds. Stateless. */
final class MetadataEntries {

    /** Nobody needs more; a request has room for sixteen thousand, which would be looked through on an event loop. */
    static final int MOST = 64;

    private MetadataEntries() {}

    /**
     * The content of the first entry of this type, among the first {@value #MOST}. Types are compared by their names: some
     * clients spell out what could be a number.
     *
     * @throws RuntimeException of several kinds where the bytes are not composite metadata
     */
    static Optional<ByteBuf> find(String mimeType, ByteBuf metadata) {
        int seen = 0;
        for (CompositeMetadata.Entry entry : new CompositeMetadata(metadata, false)) {
            if (mimeType.equals(entry.getMimeType())) {
                return Optional.of(entry.getContent());
            }
            if (++seen == MOST) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
