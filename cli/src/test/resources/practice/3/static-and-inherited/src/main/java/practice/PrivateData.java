package practice;

import java.util.Optional;

public final class PrivateData {

    private static final ThreadLocal<String> TEXT = new InheritableThreadLocal<>();

    public void set(String text) {
        TEXT.set(text);
    }

    public Optional<String> get() {
        return Optional.ofNullable(TEXT.get());
    }

    public void remove() {
        TEXT.remove();
    }
}
