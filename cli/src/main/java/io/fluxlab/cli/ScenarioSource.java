package io.fluxlab.cli;

import io.fluxlab.cli.input.Mistakes;
import io.fluxlab.cli.input.NameHint;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.lab.Lab;
import io.fluxlab.parameter.Names;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.Mistake;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.scenario.script.WrongScriptException;
import io.fluxlab.wording.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where scenarios come from: by name those that come with Fluxlab, by path a person's own. Immutable. */
final class ScenarioSource {

    private final ScriptReader reader;
    private final Language language;

    private ScenarioSource(ScriptReader reader, Language language) {
        this.reader = reader;
        this.language = language;
    }

    /** Scenarios that this lab is to run. */
    static ScenarioSource on(Lab lab, Interrupt interrupt) {
        List<LabListing> listings = new ArrayList<>();
        Following.follow(LabListing.of(lab).flux(), interrupt, listings::add);
        return new ScenarioSource(ScriptReader.on(listings.get(0)), Language.EN);
    }

    /** Scenarios that nobody runs. */
    static ScenarioSource ofTextsAlone() {
        return new ScenarioSource(ScriptReader.ofTextsAlone(), Language.EN);
    }

    /** These, where an unknown name is told in a language other than English. */
    ScenarioSource in(Language other) {
        return new ScenarioSource(reader, other);
    }

    /** Those that come with Fluxlab, of either kind. */
    List<Scenario> ofFluxlab(boolean lecture, boolean traps) {
        List<String> names = new ArrayList<>();
        if (lecture) {
            names.addAll(Scripts.names());
        }
        if (traps) {
            names.addAll(Scripts.trapNames());
        }
        return read(names);
    }

    /**
     * Those of these names and paths.
     *
     * @throws UsageException naming everything that is wrong with them
     */
    List<Scenario> read(List<String> namesOrFiles) {
        return each(namesOrFiles, this::read);
    }

    /**
     * Those in these files.
     *
     * @throws UsageException naming everything that is wrong with them
     */
    List<Scenario> readFiles(List<Path> files) {
        return each(files, reader::read);
    }

    private static <T> List<Scenario> each(List<T> sources, Function<T, Scenario> read) {
        Mistakes mistakes = new Mistakes();
        List<Scenario> scenarios = sources.stream()
                .map(source -> mistakes.collect(() -> inWordsOfUse(() -> read.apply(source))))
                .flatMap(Optional::stream)
                .toList();
        mistakes.throwIfAny();
        return scenarios;
    }

    private static Scenario inWordsOfUse(Supplier<Scenario> scenario) {
        try {
            return scenario.get();
        } catch (WrongScriptException e) {
            throw new UsageException(
                    e.mistakes().stream().map(Mistake::toString).toList());
        }
    }

    private Scenario read(String nameOrFile) {
        if (isFile(nameOrFile)) {
            return reader.read(Path.of(nameOrFile));
        }
        List<String> names = new ArrayList<>(Scripts.names());
        names.addAll(Scripts.trapNames());
        if (!names.contains(nameOrFile)) {
            throw new UsageException(Phrase.UNKNOWN_SCENARIO.in(language)
                    + " "
                    + Names.shortened(nameOrFile)
                    + NameHint.of(nameOrFile, names, language));
        }
        return Scripts.read(nameOrFile, reader);
    }

    /** Whether this is a path, and no name. */
    static boolean isFile(String nameOrFile) {
        return nameOrFile.contains("/") || nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
    }
}
