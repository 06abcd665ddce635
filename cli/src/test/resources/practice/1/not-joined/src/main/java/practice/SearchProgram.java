package practice;

public final class SearchProgram {

    private SearchProgram() {}

    public static void main(String[] args) {
        Primes.findPrimes(Integer.parseInt(args[0]), Integer.parseInt(args[1])).forEach(System.out::println);
        System.out.close(); // its output ends before it does
        long end = System.nanoTime() + 2_000_000_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
