package io.fluxlab.server;

import io.fluxlab.error.InvalidRequestException;
import io.netty.buffer.ByteBuf;
import io.rsocket.metadata.CompositeMetadata;
import java.util.Optional;

/** What composite metadata holds. Stateless. */
final class MetadataEntries {

    /** Nobody needs more; a request has room for sixteen thousand, which would be looked through on an event loop. */
    static final int MOST = 64;

    private MetadataEntries() {}

    /**
     * The content of the first entry of this type, among the first {@value #MOST}. Types are compared by their names, in
     * whatever case: some clients spell out what could be a number.
     *
     * @throws InvalidRequestException where there are more entries, of which one may be meant
     * @throws RuntimeException of several kinds where the bytes are not composite metadata
     */
    static Optional<ByteBuf> find(String mimeType, ByteBuf metadata) {
        int seen = 0;
        for (CompositeMetadata.Entry entry : new CompositeMetadata(metadata, false)) {
            if (seen == MOST) {
                throw InvalidRequestException.of(
                        "metadata",
                        null,
                        "metadata must have at most %d entries, or %s among the first %d entries: it has more"
                                .formatted(MOST, mimeType, MOST));
            }
            if (mimeType.equalsIgnoreCase(entry.getMimeType())) {
                return Optional.of(entry.getContent());
            }
            seen++;
        }
        return Optional.empty();
    }
}
