package io.fluxlab.scenario.script;

import io.fluxlab.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads scripts and holds them against their schema and against a lab. Immutable; thread-safe. */
public final class ScriptReader {

    private static final ShapeCheck SHAPE = new ShapeCheck(Scripts.schema(), "key");

    private final LabListing lab;

    /** A reader for scripts that this lab is to run. */
    public ScriptReader(LabListing lab) {
        this.lab = lab;
    }

    /**
     * Reads a file.
     *
     * @throws WrongScriptException naming everything that is wrong with it, with its place
     */
    public Scenario read(Path file) {
        Mark start = new Mark(file.toString(), 1, 1);
        try {
            return read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new WrongScriptException(List.of(new Mistake(start, "the file is no text in UTF-8")));
        } catch (IOException e) {
            String reason = Files.exists(file) ? "can't be read: " + e.getMessage() : "there is no such file";
            throw new WrongScriptException(List.of(new Mistake(start, reason)));
        }
    }

    /**
     * Reads a text.
     *
     * @param file what the file is called, for messages
     * @throws WrongScriptException naming everything that is wrong with it, with its place
     */
    public Scenario read(String file, String text) {
        YamlTree tree = YamlTree.parse(file, text);
        Map<String, Object> script = Plain.map(tree.plain());
        List<Mistake> mistakes = new ArrayList<>(SHAPE.check(tree.plain(), tree, ""));
        mistakes.addAll(new LabCheck(lab, tree).check(script));
        mistakes.addAll(new ExpressionCheck(tree, script).check(script));
        if (!mistakes.isEmpty()) {
            throw new WrongScriptException(mistakes.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Mistake::mark))
                    .toList());
        }
        return new ScriptBuilder(tree).build(script);
    }
}
