package io.fluxlab.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The bytecode of a loop, and whether it waits. Confined to one thread. */
final class LoopCode {

    private static final String SPINS = "onSpinWait";

    private final MethodCode method;
    private final List<Integer> code;

    /** The local variables that the instructions so far have given answers. */
    private final Set<Integer> answers = new HashSet<>();

    LoopCode(MethodCode method, MethodCode.Loop loop) {
        this.method = method;
        this.code = method.of(loop);
    }

    /**
     * Whether the loop waits: it says so, or reads something at each turn, calls nothing but methods that tell something, and
     * keeps nothing of it but what they told last, or how often it has asked. So no turn makes use of an earlier one.
     */
    boolean waits(Predicate<MethodCode.Call> asks) {
        boolean reads = false;
        answers.clear();
        for (int at = 0; at < code.size(); at++) {
            int pc = code.get(at);
            boolean isCall = method.isCall(pc);
            if (isCall && method.called(pc).name().equals(SPINS)) {
                return true;
            }
            if (isCall ? !asks.test(method.called(pc)) : !method.isHarmless(pc) && !keepsAnAnswer(at) && !counts(at)) {
                return false;
            }
            reads |= asks(pc);
        }
        return reads;
    }

    private boolean asks(int pc) {
        return method.isCall(pc) || method.isFieldRead(pc);
    }

    /** Whether it stores what is made of answers of this turn and of what no turn changes, or a yes or no. */
    private boolean keepsAnAnswer(int at) {
        if (!method.stores(code.get(at))) {
            return false;
        }
        List<Integer> expression = expression(at);
        boolean isAnswer = expression.stream().anyMatch(pc -> asks(pc) || loadsAnswer(pc))
                ? expression.stream().allMatch(pc -> !method.loads(pc) || isKnown(method.variable(pc)))
                : expression.size() == 1 && method.isYesOrNo(expression.get(0));
        if (isAnswer) {
            answers.add(method.variable(code.get(at)));
        }
        return isAnswer;
    }

    private boolean loadsAnswer(int pc) {
        return method.loads(pc) && answers.contains(method.variable(pc));
    }

    private boolean isKnown(int variable) {
        return answers.contains(variable)
                || code.stream().noneMatch(pc -> changes(pc) && method.variable(pc) == variable);
    }

    private boolean changes(int pc) {
        return method.stores(pc) || method.increments(pc);
    }

    /** Whether it adds to a variable that the loop makes no other use of. */
    private boolean counts(int at) {
        int pc = code.get(at);
        if (!changes(pc)) {
            return false;
        }
        List<Integer> expression = method.stores(pc) ? expression(at) : List.of();
        return expression.stream()
                        .allMatch(part ->
                                method.adds(part) || method.isConstant(part) || isLoadOf(part, method.variable(pc)))
                && code.stream()
                        .noneMatch(other -> !expression.contains(other) && isLoadOf(other, method.variable(pc)));
    }

    private boolean isLoadOf(int pc, int variable) {
        return method.loads(pc) && method.variable(pc) == variable;
    }

    /** What makes the value that is stored here: all since the last statement's end. */
    private List<Integer> expression(int store) {
        int from = store;
        while (from > 0 && !changes(code.get(from - 1)) && !method.branches(code.get(from - 1))) {
            from--;
        }
        return code.subList(from, store);
    }
}
