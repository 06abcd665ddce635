package io.fluxlab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the code is cut into packages, types and files. */
class ShapeTest {
    private static final Set<String> KINDS =
            Set.of("util", "utils", "impl", "helper", "helpers", "common", "dto", "internal", "service", "services");
    private static final int LONGEST_FILE = 350;

    @Test
    void packageIsASubjectAndNotAKind() {
        var kinds = packages()
                .filter(found -> Stream.of(found.getName().split("\\.")).anyMatch(KINDS::contains));

        assertThat(kinds).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = packages().filter(found -> !found.isAnnotatedWith(NullMarked.class));

        assertThat(unmarked).isEmpty();
    }

    @Test
    void aQuarterOfTheTypesIsPackagePrivate() {
        var types = Production.CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        var hidden = types.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();

        assertThat(4 * hidden).as("four times the package-private types").isGreaterThanOrEqualTo(types.size());
    }

    /** Also those that are never shipped. */
    static Stream<Path> modules() throws IOException {
        try (var folders = Files.walk(Production.ROOT, 2)) {
            return folders
                    .filter(folder ->
                            Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("src")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noFileIsLong(Path module) throws IOException {
        for (var file : Production.javaFiles(module.resolve("src"))) {
            assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    private static Stream<JavaPackage> packages() {
        return Production.CLASSES.stream().map(JavaClass::getPackage).distinct();
    }
}
