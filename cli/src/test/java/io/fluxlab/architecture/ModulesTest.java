package io.fluxlab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may know whom. */
class ModulesTest {
    static final List<Map.Entry<String, List<String>>> MUST_NOT_KNOW = List.of(
            Map.entry(
                    "pipeline",
                    List.of(
                            "workloads",
                            "lecture",
                            "client",
                            "rsocket-server",
                            "processes",
                            "cluster",
                            "history",
                            "scenarios",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "workloads",
                    List.of(
                            "lecture",
                            "client",
                            "rsocket-server",
                            "processes",
                            "cluster",
                            "history",
                            "scenarios",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "lecture",
                    List.of(
                            "workloads",
                            "client",
                            "rsocket-server",
                            "cluster",
                            "history",
                            "scenarios",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "client",
                    List.of(
                            "workloads",
                            "lecture",
                            "rsocket-server",
                            "processes",
                            "cluster",
                            "history",
                            "scenarios",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "rsocket-server",
                    List.of(
                            "workloads",
                            "lecture",
                            "client",
                            "processes",
                            "cluster",
                            "history",
                            "scenarios",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "processes",
                    List.of(
                            "workloads",
                            "lecture",
                            "client",
                            "rsocket-server",
                            "cluster",
                            "history",
                            "scenarios",
                            "junit",
                            "cli")),
            Map.entry(
                    "cluster",
                    List.of(
                            "workloads",
                            "lecture",
                            "client",
                            "rsocket-server",
                            "history",
                            "scenarios",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "history",
                    List.of(
                            "workloads",
                            "lecture",
                            "client",
                            "rsocket-server",
                            "processes",
                            "cluster",
                            "scenarios",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "scenarios",
                    List.of(
                            "workloads",
                            "lecture",
                            "rsocket-server",
                            "processes",
                            "cluster",
                            "history",
                            "page",
                            "junit",
                            "cli")),
            Map.entry(
                    "page",
                    List.of(
                            "pipeline",
                            "workloads",
                            "lecture",
                            "client",
                            "rsocket-server",
                            "processes",
                            "cluster",
                            "history",
                            "scenarios",
                            "junit",
                            "cli")),
            Map.entry(
                    "junit",
                    List.of(
                            "workloads",
                            "lecture",
                            "client",
                            "rsocket-server",
                            "processes",
                            "cluster",
                            "history",
                            "scenarios",
                            "page",
                            "cli")));

    @ParameterizedTest
    @FieldSource("MUST_NOT_KNOW")
    void modulesDependOneWay(Map.Entry<String, List<String>> rule) {
        for (var stranger : rule.getValue()) {
            noClasses()
                    .that(Production.in(rule.getKey()))
                    .should()
                    .dependOnClassesThat(Production.in(stranger))
                    .allowEmptyShould(true)
                    .check(Production.CLASSES);
        }
    }

    @Test
    void pipelineSpeaksNoNetworkProtocolOfItsOwn() {
        noClasses()
                .that(Production.in("pipeline"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.rsocket..", "reactor.netty..", "io.netty.handler..", "picocli..")
                .allowEmptyShould(true)
                .check(Production.CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("io.fluxlab.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Production.CLASSES);
    }

    /** Each part of a run can be read, tested and raced without those above it. */
    @Test
    void typesOfARunFormNoCycles() {
        slices().assignedFrom(new TypesOf("io.fluxlab.run"))
                .should()
                .beFreeOfCycles()
                .check(Production.CLASSES);
    }

    @Test
    void packageBelongsToOneModule() {
        var modules = Production.CLASSES.stream()
                .collect(groupingBy(JavaClass::getPackageName, mapping(Production::moduleOf, toSet())));

        assertThat(modules)
                .allSatisfy((name, owners) -> assertThat(owners).as(name).hasSize(1));
    }

    @Test
    void everyModuleWithTypesIsSeen() throws IOException {
        var seen = new TreeSet<>(
                Production.CLASSES.stream().map(Production::moduleOf).toList());

        assertThat(seen).containsExactlyElementsOf(Production.modulesWithTypes());
    }

    /** A slice for each type of a package, with those that are nested in it. */
    private record TypesOf(String name) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return type.getPackageName().equals(name)
                    ? SliceIdentifier.of(outermost.getSimpleName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "types of " + name;
        }
    }
}
