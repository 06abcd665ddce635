package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.wording.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which language to explain. */
final class LanguageOption {

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "en or ru; without it, as LC_ALL, LC_MESSAGES or LANG say.")
    private @Nullable Language language;

    Language chosen(Console console) {
        return language == null ? Language.of(console.environment()) : language;
    }
}
