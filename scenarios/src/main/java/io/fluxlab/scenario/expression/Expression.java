package io.fluxlab.scenario.expression;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A condition on figures, or a number made of them. Immutable; thread-safe. */
public final class Expression {

    private static final Pattern WHERE = Pattern.compile("^evaluation error at [^:]+:\\d+: |^evaluation error: ");

    private final String source;
    private final CelAbstractSyntaxTree tree;
    private final Program program;

    private Expression(String source, CelAbstractSyntaxTree tree) {
        this.source = source;
        this.tree = tree;
        this.program = Dialect.CONDITIONS.program(tree);
    }

    /**
     * Compiles a condition.
     *
     * @throws WrongExpressionException naming everything that is wrong
     */
    public static Expression compile(String source) {
        return new Expression(source, Dialect.CONDITIONS.compile(source));
    }

    /**
     * Compiles what gives a number.
     *
     * @throws WrongExpressionException naming everything that is wrong
     */
    public static Expression number(String source) {
        return new Expression(source, Dialect.NUMBERS.compile(source));
    }

    /** As it is written. */
    @JsonValue
    public String source() {
        return source;
    }

    /** The figures that it names. */
    public List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        new Walk(tree) {
            @Override
            void onChain(CelExpr end, Chain chain) {
                mentions.add(chain.mention());
            }
        }.from(tree.getExpr());
        return mentions;
    }

    /** Whether it holds of these figures: figure to step to lane to value. */
    public Judgement judge(Map<String, ?> figures) {
        Map<Long, Object> values = new HashMap<>();
        try {
            Object result = program.trace(figures, (node, value) -> values.put(node.id(), value));
            return new Judgement(Boolean.TRUE.equals(result), null, Parts.of(tree, values), null);
        } catch (CelEvaluationException e) {
            return Judgement.impossible(Parts.of(tree, values), problem(e));
        }
    }

    /** The number that it is of these figures. */
    public Judgement measure(Map<String, ?> figures) {
        try {
            Object result = program.eval(figures);
            return result instanceof Number number
                    ? new Judgement(false, number.doubleValue(), List.of(), null)
                    : Judgement.impossible(List.of(), "must be a number, was " + result);
        } catch (CelEvaluationException e) {
            return Judgement.impossible(List.of(), problem(e));
        }
    }

    /** What a function of ours says, else what CEL says, without the place: the parts are shown anyway. */
    private static String problem(CelEvaluationException error) {
        String message = String.valueOf(error.getMessage());
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnfitArgumentException unfit) {
                message = String.valueOf(unfit.getMessage());
            }
        }
        return WHERE.matcher(message).replaceFirst("");
    }

    @Override
    public String toString() {
        return source;
    }
}
