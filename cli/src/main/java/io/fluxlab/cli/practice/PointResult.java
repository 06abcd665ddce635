package io.fluxlab.cli.practice;

import java.util.List;

/**
 * What became of one point.
 *
 * @param point its name
 * @param passed whether it is as it should be
 * @param key of the sentence that says what is wrong; empty where nothing is
 * @param texts that belong into that sentence
 */
public record PointResult(String point, boolean passed, String key, List<String> texts) {

    public PointResult {
        texts = List.copyOf(texts);
    }

    static PointResult passed(String point) {
        return new PointResult(point, true, "", List.of());
    }

    static PointResult failed(String point, String key, String... texts) {
        return new PointResult(point, false, key, List.of(texts));
    }
}
