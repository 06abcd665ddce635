package practice;

/** What a thread does once its private data is there. */
@FunctionalInterface
public interface Work {

    void run(PrivateData data) throws InterruptedException;
}
