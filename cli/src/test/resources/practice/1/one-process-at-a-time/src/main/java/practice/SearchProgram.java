package practice;

public final class SearchProgram {

    private SearchProgram() {}

    public static void main(String[] args) {
        Primes.findPrimes(Integer.parseInt(args[0]), Integer.parseInt(args[1])).forEach(System.out::println);
    }
}
