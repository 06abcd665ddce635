package io.fluxlab.server;

import io.fluxlab.server.identity.ShownToken;
import io.netty.buffer.ByteBuf;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.WellKnownMimeType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the token that a set-up or a request shows in its composite metadata, of the types {@code simple} and
 * {@code bearer}. Stateless.
 *
 * @see <a href="https://github.com/rsocket/rsocket/blob/master/Extensions/Security/Authentication.md">RSocket's
 *     authentication extension</a>
 */
final class AuthenticationMetadata {

    private static final String COMPOSITE = WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString();
    private static final String AUTHENTICATION = WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION.getString();

    private AuthenticationMetadata() {}

    /**
     * The token, a wrong one where it can't be read, null where none is shown.
     *
     * @throws io.fluxlab.error.InvalidRequestException where there is more metadata than is looked through
     */
    static @Nullable ShownToken shown(String mimeType, ByteBuf metadata) {
        if (!mimeType.equals(COMPOSITE)) {
            return null;
        }
        try {
            return MetadataEntries.find(AUTHENTICATION, metadata)
                    .map(AuthenticationMetadata::token)
                    .orElse(null);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return ShownToken.MALFORMED;
        }
    }

    private static ShownToken token(ByteBuf content) {
        return switch (AuthMetadataCodec.readWellKnownAuthType(content)) {
            case SIMPLE -> ShownToken.of(text(AuthMetadataCodec.readUsername(content)), text(content));
            case BEARER -> ShownToken.of(text(content));
            case UNPARSEABLE_AUTH_TYPE, UNKNOWN_RESERVED_AUTH_TYPE -> ShownToken.MALFORMED;
        };
    }

    private static String text(ByteBuf content) {
        return content.toString(StandardCharsets.UTF_8);
    }
}
