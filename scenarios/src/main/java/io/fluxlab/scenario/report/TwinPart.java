package io.fluxlab.scenario.report;

import io.fluxlab.scenario.Twin;
import io.fluxlab.scenario.Twin.Difference;
import io.fluxlab.scenario.original.Originals;
import io.fluxlab.scenario.original.Recording;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A program of the lecture beside its twin, as the template of a page takes it. Immutable.
 *
 * @param python the program's name
 * @param java where its twin is; empty where it has none
 * @param left the program, in pieces
 * @param right its twin, in pieces
 * @param differences what differs, in the order of its numbers
 * @param made who printed what follows; empty where nothing was recorded
 * @param printed what CPython printed
 */
record TwinPart(
        String python,
        String java,
        List<Piece> left,
        List<Piece> right,
        List<String> differences,
        String made,
        List<String> printed) {

    /** A piece of code, and the number of the difference that it is part of; 0 where it is none's. */
    record Piece(String text, int number) {}

    static TwinPart of(Twin twin, Language language) {
        Optional<Recording> recording = Originals.recording(twin.python());
        return new TwinPart(
                twin.python() + ".py",
                twin.java(),
                pieces(Originals.python(twin.python()), twin.differences(), Difference::python),
                pieces(Originals.java(twin.java()), twin.differences(), Difference::java),
                twin.differences().stream()
                        .map(difference -> difference.says().in(language))
                        .toList(),
                recording.map(made -> made.made(language)).orElse(""),
                recording.map(Recording::lines).orElse(List.of()));
    }

    /** The code, cut at the first place of each difference's words. */
    private static List<Piece> pieces(String code, List<Difference> differences, Function<Difference, String> side) {
        List<Piece> pieces = new ArrayList<>(List.of(new Piece(code, 0)));
        for (int i = 0; i < differences.size(); i++) {
            String words = side.apply(differences.get(i));
            for (int j = 0; !words.isEmpty() && j < pieces.size(); j++) {
                Piece whole = pieces.get(j);
                int at = whole.text().indexOf(words);
                if (whole.number() == 0 && at >= 0) {
                    pieces.set(j, new Piece(whole.text().substring(0, at), 0));
                    pieces.add(j + 1, new Piece(words, i + 1));
                    pieces.add(j + 2, new Piece(whole.text().substring(at + words.length()), 0));
                    break;
                }
            }
        }
        return List.copyOf(pieces);
    }
}
