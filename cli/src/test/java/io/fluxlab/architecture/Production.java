package io.fluxlab.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The classes that are shipped, as this module sees them, and the modules whose sources lie beside it. */
final class Production {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Set<String> MODULES = Set.of(
            "pipeline",
            "workloads",
            "lecture",
            "rsocket-server",
            "client",
            "processes",
            "cluster",
            "history",
            "scenarios",
            "page",
            "junit",
            "cli");

    /** In a reactor a module is a folder of classes until it is packaged, and a jar afterwards. */
    private static final Pattern LOCATION =
            Pattern.compile("/(?:([a-z-]+)/target/classes/|fluxlab-([a-z-]+)-\\d[^/]*[.]jar!)");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> moduleAt(location.asURI().toString()).isPresent())
            .importPackages("io.fluxlab");

    private Production() {}

    static String moduleOf(JavaClass type) {
        return type.getSource()
                .flatMap(source -> moduleAt(source.getUri().toString()))
                .orElse("elsewhere");
    }

    static DescribedPredicate<JavaClass> in(String module) {
        return DescribedPredicate.describe(
                "in module " + module, type -> moduleOf(type).equals(module));
    }

    static Set<String> modulesWithTypes() throws IOException {
        var modules = new TreeSet<String>();
        for (var module : MODULES) {
            var sources = ROOT.resolve(module).resolve("src/main/java");
            if (!javaFiles(sources).isEmpty()) {
                modules.add(module);
            }
        }
        return modules;
    }

    static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Optional<String> moduleAt(String location) {
        var matcher = LOCATION.matcher(location);
        return matcher.find()
                ? Optional.of(Optional.ofNullable(matcher.group(1)).orElse(matcher.group(2)))
                        .filter(MODULES::contains)
                : Optional.empty();
    }
}
