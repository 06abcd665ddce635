package io.fluxlab.cli.code;

import java.util.List;
import java.util.Map;

/**
 * What a source file was compiled to. Immutable.
 *
 * @param file as it was named
 * @param classes bytes by binary name
 * @param topLevel the binary names of the top-level types, in the order of the source
 */
record CompiledSource(String file, Map<String, byte[]> classes, List<String> topLevel) {

    CompiledSource {
        classes = Map.copyOf(classes);
        topLevel = List.copyOf(topLevel);
    }
}
