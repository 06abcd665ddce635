package practice;

import static io.fluxlab.lecture.assignment.check.Unmet.unless;
import static io.fluxlab.lecture.assignment.check.Unmet.unlessEqual;

import io.fluxlab.lecture.assignment.check.BackgroundCall;
import io.fluxlab.lecture.assignment.check.CheckSuite;
import io.fluxlab.lecture.assignment.check.Leftover;
import io.fluxlab.lecture.assignment.check.ThreadBarrier;
import io.fluxlab.lecture.assignment.check.Unmet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hidden checks of assignment 2. */
public final class HiddenChecks implements CheckSuite {

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("integers", HiddenChecks::integers),
                new Check("texts", HiddenChecks::texts),
                new Check("unchanged", HiddenChecks::unchanged),
                new Check("mixed", HiddenChecks::mixed),
                new Check("parallel", HiddenChecks::parallel),
                new Check("order", HiddenChecks::order),
                new Check("alone", HiddenChecks::alone),
                new Check("left", HiddenChecks::left));
    }

    private static void integers() {
        sum(List.of(1, 2, 3));
        sum(List.of(-7));
        sum(List.of(Integer.MAX_VALUE, 1));
        sum(List.of(Integer.MIN_VALUE, -1));
        sum(List.of(Long.MAX_VALUE, 1L));
        sum(List.of(1, 2L, BigInteger.TEN.pow(40)));
    }

    private static void sum(List<? extends Number> operands) {
        BigInteger expected = operands.stream()
                .map(each -> new BigInteger(each.toString()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        unlessEqual("add(" + operands + ")", expected.toString(), String.valueOf(Addition.add(operands)));
    }

    private static void texts() {
        unlessEqual("add([\"ab\", \"\", \"c\"])", "abc", Addition.add(List.of("ab", "", "c")));
        unlessEqual("add([\"1\", \"2\"])", "12", Addition.add(List.of("1", "2")));
        unlessEqual(
                "add([[1, 2], [], [\"x\"]])",
                List.of(1, 2, "x"),
                Addition.add(List.of(list(1, 2), list(), list("x"))));
    }

    private static void unchanged() {
        List<Object> first = new ArrayList<>(List.of(1));
        List<Object> second = new ArrayList<>(List.of(2));
        Object sum = Addition.add(List.of(first, second));
        unlessEqual("add([[1], [2]])", List.of(1, 2), sum);
        unless(first.equals(List.of(1)) && second.equals(List.of(2)), "changed", first, second);
        first.add(9);
        unlessEqual("add([[1], [2]]), after an operand has changed", List.of(1, 2), sum);
    }

    private static void mixed() {
        refused(List.of(1, "a"), "Integer", "String");
        refused(List.of("a", List.of(1)), "String", "List");
        refused(List.of(1, 2, "a"), "Integer", "String");
    }

    private static void refused(List<?> operands, String first, String second) {
        try {
            Object sum = Addition.add(operands);
            throw new Unmet("added.mixed", operands, sum);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            unless(message.contains(first) && message.contains(second), "message", message, first, second);
        } catch (ClassCastException e) {
            throw new Unmet("cast", operands, e.getMessage());
        }
    }

    private static void parallel() throws Exception {
        ThreadBarrier both = new ThreadBarrier(2);
        List<Result> results = BackgroundCall.of(() -> Addition.addAll(List.of(List.of(1), List.of(2)), operands -> {
                    both.meet();
                    return operands.get(0);
                }))
                .returned();
        unless(both.hasHappened(), "not.parallel", "addAll", both.visitors().size());
        unlessEqual("addAll([[1], [2]])", Set.of(new Result.Sum(1), new Result.Sum(2)), Set.copyOf(results));
    }

    private static void order() throws Exception {
        ThreadBarrier both = new ThreadBarrier(2);
        CountDownLatch secondFirst = new CountDownLatch(1);
        List<Result> results = BackgroundCall.of(() -> Addition.addAll(List.of(List.of(1), List.of(2)), operands -> {
                    both.meet();
                    if (operands.get(0).equals(2)) {
                        secondFirst.countDown();
                    } else if (both.hasHappened()) {
                        await(secondFirst);
                        pause(); // for whoever adds to the results after this
                    }
                    return operands.get(0);
                }))
                .returned();
        unlessEqual(
                "addAll([[1], [2]]), [2] ready first", List.of(new Result.Sum(1), new Result.Sum(2)), results);
        List<List<Integer>> many = IntStream.range(0, 200).mapToObj(List::of).toList();
        List<Result> expected = IntStream.range(0, 200).<Result>mapToObj(Result.Sum::new).toList();
        unlessEqual("addAll of 200 sets", expected, BackgroundCall.of(() -> Addition.addAll(many, operands -> operands.get(0)))
                .returned());
        unlessEqual("addAll([])", List.of(), Addition.addAll(List.of(), operands -> 0));
    }

    private static void alone() throws Exception {
        List<List<?>> sets = List.of(List.of("a", "b"), List.of(1, "a"), List.of(list(1), list(2)), List.of("c"));
        List<Result> results = BackgroundCall.of(() -> Addition.addAll(sets, Addition::add)).returned();
        unlessEqual("addAll(" + sets + "), how many", 4, results.size());
        List<Result> failed = results.stream().filter(Result.Failed.class::isInstance).toList();
        unless(failed.size() == 1, "not.failed", results);
        String message = String.valueOf(((Result.Failed) failed.get(0)).message());
        unless(message.contains("Integer") && message.contains("String"), "message", message, "Integer", "String");
        unlessEqual(
                "addAll(" + sets + "), the others",
                Set.of(new Result.Sum("ab"), new Result.Sum(List.of(1, 2)), new Result.Sum("c")),
                results.stream().filter(Result.Sum.class::isInstance).collect(Collectors.toSet()));
        List<Result> broken = BackgroundCall.of(() -> Addition.addAll(List.of(List.of(1)), operands -> {
                    throw new IllegalStateException("broken");
                }))
                .returned();
        unless(broken.size() == 1 && broken.get(0) instanceof Result.Failed, "not.failed", broken);
    }

    private static void left() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch held = new CountDownLatch(1);
        BackgroundCall<List<Result>> caller = BackgroundCall.of(() -> Addition.addAll(List.of(List.of(1), List.of(2)), operands -> {
            threads.add(Thread.currentThread());
            await(held);
            return operands.get(0);
        }));
        boolean early = caller.returnsEarly();
        held.countDown();
        unless(!early, "returned.early", "addAll");
        caller.returned();
        threads.removeIf(thread -> thread.getName().equals("caller"));
        Leftover.check(threads);
    }

    private static List<Object> list(Object... items) {
        return new ArrayList<>(List.of(items));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
