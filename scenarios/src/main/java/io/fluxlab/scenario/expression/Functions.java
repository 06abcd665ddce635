package io.fluxlab.scenario.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The functions that expressions have beside CEL's own. */
final class Functions {

    private static final ListType LIST = ListType.create(SimpleType.DYN);

    private static final Comparator<Object> ORDER = (a, b) -> {
        if (a instanceof Number first && b instanceof Number second) {
            return first instanceof Long left && second instanceof Long right
                    ? Long.compare(left, right)
                    : Double.compare(first.doubleValue(), second.doubleValue());
        } else if (a instanceof String first && b instanceof String second) {
            return first.compareTo(second);
        }
        throw new UnfitArgumentException("numbers or texts can be ordered, was %s beside %s".formatted(a, b));
    };

    private Functions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "near",
                        CelOverloadDecl.newGlobalOverload(
                                "near_value_expected_tolerance",
                                SimpleType.BOOL,
                                SimpleType.DYN,
                                SimpleType.DYN,
                                SimpleType.DYN)),
                ofList("sum", SimpleType.DYN),
                ofList("min", SimpleType.DYN),
                ofList("max", SimpleType.DYN),
                ofList("distinct", LIST),
                ofList("sorted", LIST));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from(
                        "near_value_expected_tolerance",
                        List.of(Object.class, Object.class, Object.class),
                        arguments -> near(number(arguments[0]), number(arguments[1]), number(arguments[2]))),
                CelFunctionBinding.from("sum_of_list", Collection.class, Functions::sum),
                CelFunctionBinding.from("min_of_list", Collection.class, list -> first(list, ORDER, "min")),
                CelFunctionBinding.from("max_of_list", Collection.class, list -> first(list, ORDER.reversed(), "max")),
                CelFunctionBinding.from(
                        "distinct_of_list",
                        Collection.class,
                        list -> elements(list).distinct().toList()),
                CelFunctionBinding.from(
                        "sorted_of_list",
                        Collection.class,
                        list -> elements(list).sorted(ORDER).toList()));
    }

    /** Within the tolerance, which is a part of what was expected. */
    static boolean near(double value, double expected, double tolerance) {
        return Math.abs(value - expected) <= tolerance * Math.abs(expected);
    }

    private static CelFunctionDecl ofList(String name, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + "_of_list", result, LIST));
    }

    private static Object sum(Collection<?> list) {
        return list.stream().allMatch(Long.class::isInstance)
                ? list.stream().mapToLong(Long.class::cast).reduce(0, Math::addExact)
                : (Object) list.stream().mapToDouble(Functions::number).sum();
    }

    private static Object first(Collection<?> list, Comparator<Object> order, String function) {
        return elements(list).min(order).orElseThrow(() -> new UnfitArgumentException(function + " of an empty list"));
    }

    private static Stream<Object> elements(Collection<?> list) {
        return list.stream().map(Object.class::cast);
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new UnfitArgumentException("a number is needed here, was " + value);
    }
}
