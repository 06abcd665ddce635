package practice;

/** What runs in the processes of {@link Primes#inProcesses}. Its arguments, and what it prints, are yours. */
public final class SearchProgram {

    private SearchProgram() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("write this");
    }
}
