package practice;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Addition {

    private Addition() {}

    public static Object add(List<?> operands) {
        Object sum = start(operands.get(0));
        for (Object operand : operands.subList(1, operands.size())) {
            sum = add(sum, operand, operands.get(0));
        }
        return sum;
    }

    private static Object start(Object operand) {
        if (operand instanceof Number number) {
            return new BigInteger(number.toString());
        }
        return operand instanceof List<?> list ? new ArrayList<>(list) : operand;
    }

    private static Object add(Object sum, Object operand, Object first) {
        if (sum instanceof BigInteger number && operand instanceof Number other) {
            return number.add(new BigInteger(other.toString()));
        } else if (sum instanceof String text && operand instanceof String other) {
            return text + other;
        } else if (sum instanceof List<?> list && operand instanceof List<?> other) {
            List<Object> both = new ArrayList<>(list);
            both.addAll(other);
            return both;
        }
        throw new IllegalArgumentException("can't add " + kind(first) + " and " + kind(operand));
    }

    private static String kind(Object operand) {
        return operand instanceof List ? "List" : operand.getClass().getSimpleName();
    }

    public static List<Result> addAll(List<? extends List<?>> sets, Adder adder) throws InterruptedException {
        try {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            List<Future<Result>> futures = new ArrayList<>();
            for (List<?> set : sets) {
                futures.add(pool.submit(() -> result(set, adder)));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Result result(List<?> set, Adder adder) {
        return new Result.Sum(adder.add(set));
    }
}
