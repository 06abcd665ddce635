package io.fluxlab.scenario.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of an expression that say why it came out as it did: figures, what was computed of them, macros. */
final class Parts extends Walk {

    /** What these give is either the whole expression or plain from what they are given. */
    private static final Set<String> SELF_EVIDENT = Set.of(
            "_&&_",
            "_||_",
            "!_",
            "_?_:_",
            "_==_",
            "_!=_",
            "_<_",
            "_<=_",
            "_>_",
            "_>=_",
            "@in",
            "near",
            "double",
            "int",
            "string",
            "@not_strictly_false");

    private final CelAbstractSyntaxTree tree;
    private final Map<Long, Object> values;
    private final Map<String, Seen> found = new LinkedHashMap<>();

    /** The parts that are open: what is found inside of one is a part of it. */
    private final Set<Long> open = new HashSet<>();

    private Parts(CelAbstractSyntaxTree tree, Map<Long, Object> values) {
        super(tree);
        this.tree = tree;
        this.values = values;
    }

    static List<Seen> of(CelAbstractSyntaxTree tree, Map<Long, Object> values) {
        Parts parts = new Parts(tree, values);
        parts.from(tree.getExpr());
        return List.copyOf(parts.found.values());
    }

    @Override
    void onChain(CelExpr end, Chain chain) {
        keep(end);
    }

    @Override
    void onCall(CelExpr node) {
        if (!SELF_EVIDENT.contains(node.call().function())
                && node.id() != tree.getExpr().id()) {
            keep(node);
            open.add(node.id());
        }
    }

    @Override
    void onMacro(CelExpr node) {
        if (node.id() != tree.getExpr().id()) {
            keep(node);
            open.add(node.id());
        }
    }

    @Override
    void onEnd(CelExpr node) {
        open.remove(node.id());
    }

    /** Inside, a part has a value for each element: it would show the last one only. */
    @Override
    boolean entersMacros() {
        return false;
    }

    private void keep(CelExpr node) {
        Object value = values.get(node.id());
        if (value != null) {
            CelAbstractSyntaxTree part = CelAbstractSyntaxTree.newParsedAst(node, tree.getSource());
            String text = CelUnparserFactory.newUnparser().unparse(part);
            found.merge(
                    text,
                    new Seen(text, value, !open.isEmpty()),
                    (first, again) -> new Seen(text, value, first.inner() && again.inner()));
        }
    }
}
