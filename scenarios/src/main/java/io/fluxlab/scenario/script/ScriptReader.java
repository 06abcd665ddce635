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
import org.jspecify.annotations.Nullable;

/** Reads scripts and holds them against their schema and against a lab. Immutable; thread-safe. */
public final class ScriptReader {

    private static final ShapeCheck SHAPE = new ShapeCheck(Scripts.schema(), "key");

    private final @Nullable LabListing lab;

    private ScriptReader(@Nullable LabListing lab) {
        this.lab = lab;
    }

    /** A reader of scripts that this lab is to run. */
    public static ScriptReader on(LabListing lab) {
        return new ScriptReader(lab);
    }

    /** A reader of scripts that are to be read only: nobody asks whether their workloads and lanes are there. */
    public static ScriptReader ofTextsAlone() {
        return new ScriptReader(null);
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
        if (lab != null) {
            mistakes.addAll(new LabCheck(lab, tree).check(script));
        }
        mistakes.addAll(new ExpressionCheck(tree, script).check(script));
        mistakes.addAll(new OriginalCheck(tree).check(script));
        mistakes.addAll(new RequestCheck(lab, tree).check(script, mistakes));
        if (!mistakes.isEmpty()) {
            throw new WrongScriptException(mistakes.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Mistake::mark))
                    .toList());
        }
        return new ScriptBuilder(tree).build(script);
    }

    /**
     * What a text is about, without looking at the rest of it.
     *
     * @throws WrongScriptException where it is no YAML
     */
    static Heading heading(String file, String text) {
        return ScriptBuilder.heading(Plain.map(YamlTree.parse(file, text).plain()));
    }
}
