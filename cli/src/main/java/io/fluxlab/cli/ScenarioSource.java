package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.lab.Lab;
import io.fluxlab.parameter.Names;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.script.LabListing;
import io.fluxlab.scenario.script.Mistake;
import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import io.fluxlab.scenario.script.WrongScriptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where scenarios come from: by name those that come with Fluxlab, by path a person's own. Immutable. */
final class ScenarioSource {

    private final ScriptReader reader;

    private ScenarioSource(ScriptReader reader) {
        this.reader = reader;
    }

    /** Scenarios that this lab is to run. */
    static ScenarioSource on(Lab lab, Interrupt interrupt) {
        List<LabListing> listings = new ArrayList<>();
        Following.follow(LabListing.of(lab).flux(), interrupt, listings::add);
        return new ScenarioSource(new ScriptReader(listings.get(0)));
    }

    /** All that come with Fluxlab. */
    List<Scenario> all() {
        return read(Scripts.names());
    }

    /**
     * Those of these names and paths.
     *
     * @throws UsageException naming everything that is wrong with them
     */
    List<Scenario> read(List<String> namesOrFiles) {
        List<Scenario> scenarios = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (String nameOrFile : namesOrFiles) {
            try {
                scenarios.add(read(nameOrFile));
            } catch (WrongScriptException e) {
                e.mistakes().stream().map(Mistake::toString).forEach(mistakes::add);
            } catch (UsageException e) {
                mistakes.addAll(e.mistakes());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
        return scenarios;
    }

    private Scenario read(String nameOrFile) {
        if (isFile(nameOrFile)) {
            return reader.read(Path.of(nameOrFile));
        }
        List<String> names = Scripts.names();
        if (!names.contains(nameOrFile)) {
            throw new UsageException("unknown scenario " + nameOrFile + Names.hint(nameOrFile, names));
        }
        return Scripts.read(nameOrFile, reader);
    }

    static boolean isFile(String nameOrFile) {
        return nameOrFile.contains("/") || nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
    }
}
