package io.fluxlab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;

/** What only a command may do, because it owns its process: wait, print, exit. */
class ReactorIdiomTest {
    private static final DescribedPredicate<JavaClass> OUTSIDE_CLI = not(resideInAPackage("io.fluxlab.cli.."));
    private static final DescribedPredicate<JavaClass> WORKLOADS =
            resideInAnyPackage("io.fluxlab.catalog..", "io.fluxlab.lecture..", "io.fluxlab.traps..");

    /** They do what people wrote, which is what the lab warns of. */
    private static final DescribedPredicate<JavaClass> TRAPS = resideInAPackage("io.fluxlab.traps..");

    /** It owns its process, which must end with its parent whatever tasks have left behind. */
    private static final DescribedPredicate<JavaClass> CHILD_MAIN =
            name("io.fluxlab.process.child.ChildMain").forSubtype();

    private static final Set<String> BLOCKING =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");
    private static final Set<String> LOSING = Set.of("thenMany", "concatWith", "concatWithValues", "startWith");
    private static final Set<String> SHARED_SCHEDULERS = Set.of("parallel", "boundedElastic", "single");

    @Test
    void onlyTheCommandWaitsForAPublisher() {
        forbid(
                OUTSIDE_CLI,
                "wait for a publisher",
                access -> in(access, "reactor.core.publisher") && BLOCKING.contains(access.getName()));
    }

    @Test
    void onlyTheCommandPrints() {
        forbid(
                OUTSIDE_CLI,
                "print",
                access -> (owner(access, "java.lang.System")
                                && Set.of("out", "err").contains(access.getName()))
                        || access.getName().equals("printStackTrace"));
    }

    @Test
    void onlyTheCommandAndTheMainClassOfAChildProcessExit() {
        forbid(
                OUTSIDE_CLI.and(not(CHILD_MAIN)),
                "exit",
                access -> (owner(access, "java.lang.System") || owner(access, "java.lang.Runtime"))
                        && Set.of("exit", "halt").contains(access.getName()));
    }

    @Test
    void onlyTheCommandAndWorkloadsSleep() {
        forbid(
                OUTSIDE_CLI.and(not(WORKLOADS)),
                "sleep",
                access -> (owner(access, "java.lang.Thread") || owner(access, "java.util.concurrent.TimeUnit"))
                        && access.getName().equals("sleep"));
    }

    @Test
    void subscriptionsOutsideTheCommandHandleErrors() {
        forbid(
                OUTSIDE_CLI,
                "subscribe without an error handler",
                access -> in(access, "reactor.core.publisher")
                        && access.getName().equals("subscribe")
                        && (parameters(access, 0)
                                || (parameters(access, 1) && takes(access, "java.util.function.Consumer"))));
    }

    /**
     * As of Reactor 3.8.8 they lose a request that comes from another thread while a source without items gives way to the
     * next, and the stream stands still. {@code Flux.concat} of a list does not.
     */
    @Test
    void sequencesAreMadeOfListsWhereOthersAskForThem() {
        forbid(
                OUTSIDE_CLI.and(not(WORKLOADS)).and(not(resideInAPackage("io.fluxlab.benchmarks.."))),
                "put publishers one after the other by an operator that loses requests",
                access -> in(access, "reactor.core.publisher")
                        && (LOSING.contains(access.getName())
                                || (access.getName().equals("concat")
                                        && takes(access, "[Lorg.reactivestreams.Publisher;"))));
    }

    @Test
    void sharedSchedulersAreLeftAlone() {
        forbid(
                OUTSIDE_CLI.and(not(TRAPS)),
                "use a process-wide scheduler",
                access -> owner(access, "reactor.core.scheduler.Schedulers")
                        && SHARED_SCHEDULERS.contains(access.getName())
                        && parameters(access, 0));
    }

    @Test
    void timeIsToldByASchedulerThatIsPassedIn() {
        forbid(
                OUTSIDE_CLI,
                "let a process-wide scheduler tell the time",
                access -> in(access, "reactor.core.publisher")
                        && takes(access, "java.time.Duration")
                        && !takes(access, Scheduler.class.getName()));
    }

    private static void forbid(DescribedPredicate<JavaClass> who, String what, Predicate<JavaAccess<?>> access) {
        noClasses()
                .that(who)
                .should()
                .accessTargetWhere(describe(what, access))
                .allowEmptyShould(true)
                .check(Production.CLASSES);
    }

    private static boolean owner(JavaAccess<?> access, String type) {
        return access.getTargetOwner().getFullName().equals(type);
    }

    private static boolean in(JavaAccess<?> access, String packageName) {
        return access.getTargetOwner().getPackageName().equals(packageName);
    }

    private static boolean parameters(JavaAccess<?> access, int count) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().size() == count;
    }

    private static boolean takes(JavaAccess<?> access, String type) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getName().equals(type));
    }
}
