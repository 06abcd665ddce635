package io.fluxlab.scenario.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path that begins at a figure: {@code wall.sleeps["virtual"]}. Immutable.
 *
 * @param figure where it begins
 * @param segments what follows; null where that is computed
 * @param places where each segment stands, in code points
 */
record Chain(Figure figure, List<@Nullable String> segments, List<Integer> places) {

    /** The chain that ends with this node, if it is one. */
    static Optional<Chain> of(CelExpr end, CelAbstractSyntaxTree tree) {
        List<@Nullable String> segments = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        CelExpr node = end;
        while (true) {
            if (node.getKind() == Kind.SELECT) {
                segments.add(0, node.select().field());
                places.add(0, place(node, tree) + 1);
                node = node.select().operand();
            } else if (isIndex(node)) {
                CelExpr index = node.call().args().get(1);
                segments.add(0, constant(index));
                places.add(0, place(index, tree));
                node = node.call().args().get(0);
            } else {
                return node.getKind() == Kind.IDENT
                        ? Figure.of(node.ident().name()).map(figure -> new Chain(figure, segments, places))
                        : Optional.empty();
            }
        }
    }

    Mention mention() {
        return new Mention(figure, segment(0), segment(1), segment(2), new Mention.At(place(0), place(1), place(2)));
    }

    private @Nullable String segment(int index) {
        return index < segments.size() ? segments.get(index) : null;
    }

    private int place(int index) {
        return index < places.size() ? places.get(index) : 0;
    }

    static boolean isIndex(CelExpr node) {
        return node.getKind() == Kind.CALL && node.call().function().equals("_[_]");
    }

    private static @Nullable String constant(CelExpr node) {
        return node.getKind() == Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? node.constant().stringValue()
                : null;
    }

    private static int place(CelExpr node, CelAbstractSyntaxTree tree) {
        return tree.getSource().getPositionsMap().getOrDefault(node.id(), 0);
    }
}
