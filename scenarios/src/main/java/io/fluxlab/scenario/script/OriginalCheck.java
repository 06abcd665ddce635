package io.fluxlab.scenario.script;

import io.fluxlab.scenario.original.Originals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether the programs that a script stands beside are there, and have the words that are said to differ. */
final class OriginalCheck {

    private final YamlTree tree;
    private final List<Mistake> mistakes = new ArrayList<>();

    OriginalCheck(YamlTree tree) {
        this.tree = tree;
    }

    List<Mistake> check(Map<String, Object> script) {
        Plain.list(script.get("original")).forEach((index, twin) -> check(Plain.map(twin), "/original/" + index));
        return mistakes;
    }

    private void check(Map<String, Object> twin, String pointer) {
        String python = twin.get("python") instanceof String name ? name : "";
        String java = twin.get("java") instanceof String place ? place : "";
        if (!python.isEmpty() && !Originals.has(python)) {
            mistakes.add(new Mistake(tree.value(pointer + "/python"), "there is no original \"%s\"".formatted(python)));
            return;
        }
        if (!Originals.hasJava(java)) {
            mistakes.add(
                    new Mistake(tree.value(pointer + "/java"), "there is no part \"%s\" of a source".formatted(java)));
            return;
        }
        Plain.list(twin.get("differs")).forEach((index, difference) -> {
            String at = pointer + "/differs/" + index;
            if (!python.isEmpty()) {
                contains(Originals.python(python), Plain.map(difference).get("python"), at + "/python");
            }
            contains(Originals.java(java), Plain.map(difference).get("java"), at + "/java");
        });
    }

    private void contains(String code, @Nullable Object words, String pointer) {
        if (words instanceof String fragment && !code.contains(fragment)) {
            mistakes.add(new Mistake(tree.value(pointer), "the code has no \"%s\"".formatted(fragment)));
        }
    }
}
