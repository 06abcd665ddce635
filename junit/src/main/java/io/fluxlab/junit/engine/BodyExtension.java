package io.fluxlab.junit.engine;

import io.fluxlab.junit.CantTell;
import io.fluxlab.junit.expectation.Answer;
import io.fluxlab.junit.expectation.Evidence;
import io.fluxlab.junit.expectation.Holding;
import io.fluxlab.junit.trial.Trial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** In place of a companion's empty test, runs the body on its lanes and answers what is expected of it. Thread-safe. */
public final class BodyExtension implements InvocationInterceptor {

    /** How long threads have to end after a trial. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test, context);
    }

    private static void run(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        Method body = Companion.bodyOf(test.getExecutable());
        invocation.skip();
        Assignment assignment = Assignment.of(body, test.getTargetClass().getSuperclass());
        Trial trial = new Trial(calling(body, test), assignment.lanes(), assignment.baseline(), assignment.settings());
        Mistakes mistakes = new Mistakes(body);
        trial.mistakes().forEach(mistake -> mistakes.add("@Lanes: " + mistake.message()));
        mistakes.throwIfAny();
        judge(body, assignment, trial, context);
    }

    private static Callable<@Nullable Object> calling(Method body, ReflectiveInvocationContext<Method> test) {
        Object instance = test.getTarget()
                .orElseThrow(() -> new IllegalStateException("a body must have an instance, had none: " + body));
        Object[] arguments = test.getArguments().toArray();
        body.setAccessible(true);
        return () -> {
            try {
                return body.invoke(instance, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof Exception exception ? exception : e;
            }
        };
    }

    private static void judge(Method body, Assignment assignment, Trial trial, ExtensionContext context)
            throws InterruptedException {
        List<String> left;
        Evidence evidence;
        List<Answer> answers;
        try {
            evidence = trial.evidence();
            answers = assignment.expectations().stream()
                    .map(expectation -> expectation.of(evidence))
                    .toList();
        } finally {
            left = trial.left(PATIENCE);
        }
        Report report = Report.of(body, context, evidence, answers);
        context.publishReportEntry(report.entries());
        report.write(context);
        conclude(assignment.cantTell(), answers, left);
    }

    private static void conclude(CantTell cantTell, List<Answer> answers, List<String> left) {
        List<String> failed = Stream.concat(
                        lines(answers, Holding.FAILS),
                        left.stream().map(thread -> "fails: no thread is left behind: " + thread))
                .toList();
        if (!failed.isEmpty()) {
            throw new AssertionFailedError(
                    Stream.of(failed.stream(), lines(answers, Holding.CANT_TELL), lines(answers, Holding.HOLDS))
                            .flatMap(lines -> lines)
                            .collect(Collectors.joining("\n", "\n", "\n")));
        }
        List<String> untold = lines(answers, Holding.CANT_TELL).toList();
        if (untold.isEmpty()) {
            return;
        }
        switch (cantTell) {
            case PASS -> {
                return;
            }
            case ABORT -> throw new TestAbortedException(String.join("\n", untold));
            case FAIL -> throw new AssertionFailedError(String.join("\n", untold));
        }
    }

    private static Stream<String> lines(List<Answer> answers, Holding holding) {
        return answers.stream().filter(answer -> answer.holding() == holding).map(Answer::line);
    }
}
