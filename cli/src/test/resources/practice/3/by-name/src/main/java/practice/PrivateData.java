package practice;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class PrivateData {

    private static Map<String, String> texts = new ConcurrentHashMap<>();

    public void set(String text) {
        texts.put(Thread.currentThread().getName(), text);
    }

    public Optional<String> get() {
        return Optional.ofNullable(texts.get(Thread.currentThread().getName()));
    }

    public void remove() {
        texts.remove(Thread.currentThread().getName());
    }
}
