package io.fluxlab.scenario.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import io.fluxlab.parameter.Names;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL as scenarios speak it: its own functions and macros, a few more functions, and the figures. Thread-safe. */
final class Dialect {

    /** Of what is true or false. */
    static final Dialect CONDITIONS = new Dialect(SimpleType.BOOL);

    /** Of what is a number; whether it is one, its value tells. */
    static final Dialect NUMBERS = new Dialect(SimpleType.DYN);

    /** No expression on the figures of a scenario needs more: it bounds what a nested macro may take. */
    private static final int MOST_ITERATIONS = 2_000_000;

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(\\w+)'.*", Pattern.DOTALL);
    private static final Pattern MIXED = Pattern.compile(
            "found no matching overload for '_(?:[-+*/%]|==|!=)_' applied to '\\((?:double, int|int, double)\\)'.*");

    private final Cel cel;

    private Dialect(CelType result) {
        this.cel = build(result);
    }

    CelAbstractSyntaxTree compile(String source) {
        CelValidationResult result = cel.compile(source);
        if (result.hasError()) {
            throw new WrongExpressionException(result.getErrors().stream()
                    .map(issue -> fault(source, issue))
                    .toList());
        }
        try {
            return result.getAst();
        } catch (dev.cel.common.CelValidationException e) {
            throw new IllegalStateException("an expression without errors has no tree: " + source, e);
        }
    }

    Program program(CelAbstractSyntaxTree tree) {
        try {
            return cel.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new WrongExpressionException(List.of(new Fault(0, String.valueOf(e.getMessage()))));
        }
    }

    private static Cel build(CelType result) {
        CelOptions options = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .populateMacroCalls(true)
                .comprehensionMaxIterations(MOST_ITERATIONS)
                .build();
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.math(), CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.math(), CelExtensions.strings())
                .addFunctionDeclarations(Functions.declarations())
                .addFunctionBindings(Functions.bindings())
                .setResultType(result);
        for (Figure figure : Figure.values()) {
            builder.addVar(figure.id(), figure.variableType());
        }
        return builder.build();
    }

    private static Fault fault(String source, CelIssue issue) {
        return new Fault(offset(source, issue.getSourceLocation()), text(issue.getMessage()));
    }

    private static String text(String message) {
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            String name = undeclared.group(1);
            return "unknown name \"" + name + "\"" + hint(name);
        }
        return MIXED.matcher(message).matches()
                ? "a whole number beside one with decimals: write 2.0 instead of 2, or double(..)"
                : message;
    }

    private static String hint(String name) {
        return Names.nearest(name, Figure.ids())
                .map(near -> ", did you mean \"" + near + "\"?")
                .orElse("; known are " + String.join(", ", Figure.ids()));
    }

    /** Lines count from 1 and columns from 0, both in code points. */
    private static int offset(String source, CelSourceLocation location) {
        List<String> lines = ImmutableList.copyOf(source.split("\n", -1));
        int offset = 0;
        for (int i = 0; i < location.getLine() - 1 && i < lines.size(); i++) {
            offset += lines.get(i).codePointCount(0, lines.get(i).length()) + 1;
        }
        return Math.max(0, offset + location.getColumn());
    }
}
