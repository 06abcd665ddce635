package io.fluxlab.scenario.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashSet;
import java.util.Set;

/** Goes through an expression from left to right, telling the longest chains that begin at figures. Not thread-safe. */
abstract class Walk {

    private final CelAbstractSyntaxTree tree;
    /** Names that a macro has taken for its own: inside of it they are no figures. */
    private final Set<String> taken = new HashSet<>();

    Walk(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** A chain that is not the beginning of a longer one. */
    abstract void onChain(CelExpr end, Chain chain);

    /** A call, before what it is called with. */
    void onCall(CelExpr node) {}

    /** A macro, before what it goes through. */
    void onMacro(CelExpr node) {}

    /** A call or a macro, after everything in it. */
    void onEnd(CelExpr node) {}

    /** Whether to look into the body of a macro. */
    boolean entersMacros() {
        return true;
    }

    final void from(CelExpr node) {
        var chain = Chain.of(node, tree)
                .filter(found -> !taken.contains(found.figure().id()));
        if (chain.isPresent()) {
            onChain(node, chain.get());
            indices(node);
            return;
        }
        switch (node.getKind()) {
            case SELECT -> from(node.select().operand());
            case CALL -> {
                onCall(node);
                node.call().target().ifPresent(this::from);
                node.call().args().forEach(this::from);
                onEnd(node);
            }
            case LIST -> node.list().elements().forEach(this::from);
            case MAP ->
                node.map().entries().forEach(entry -> {
                    from(entry.key());
                    from(entry.value());
                });
            case COMPREHENSION -> macro(node);
            case NOT_SET, CONSTANT, IDENT, STRUCT -> {}
        }
    }

    /** What is computed between brackets may name figures too. */
    private void indices(CelExpr end) {
        CelExpr node = end;
        while (true) {
            switch (node.getKind()) {
                case SELECT -> node = node.select().operand();
                case CALL -> {
                    from(node.call().args().get(1));
                    node = node.call().args().get(0);
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void macro(CelExpr node) {
        CelComprehension macro = node.comprehension();
        onMacro(node);
        from(macro.iterRange());
        if (entersMacros()) {
            body(macro);
        }
        onEnd(node);
    }

    private void body(CelComprehension macro) {
        boolean isNew = taken.add(macro.iterVar());
        from(macro.accuInit());
        from(macro.loopCondition());
        from(macro.loopStep());
        from(macro.result());
        if (isNew) {
            taken.remove(macro.iterVar());
        }
    }
}
