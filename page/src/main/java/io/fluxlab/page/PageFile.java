package io.fluxlab.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * A file of the page, as it lies in the jar: compressed by gzip. Immutable; its bytes are shared and never written to.
 *
 * @param name with a digest of its content, but for {@value #INDEX}
 * @param compressed its content (RFC 1952)
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record PageFile(String name, byte[] compressed) {

    /** What is shown first; it names all other files. */
    static final String INDEX = "index.html";

    static PageFile read(String folder, String name) {
        String resource = folder + name + ".gz";
        try (InputStream stream = PageFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the page was built without " + resource);
            }
            return new PageFile(name, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
    }

    /** For the few that take nothing compressed. */
    byte[] plain() {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not compressed as it should be", e);
        }
    }

    boolean isIndex() {
        return name.equals(INDEX);
    }

    String mimeType() {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            default -> throw new IllegalStateException("nobody knows what " + name + " is");
        };
    }
}
