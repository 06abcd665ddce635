package practice;

import java.util.Optional;

public final class PrivateData {

    private final ThreadLocal<String> text = new ThreadLocal<>();

    public void set(String text) {
        this.text.set(text);
    }

    public Optional<String> get() {
        return Optional.ofNullable(text.get());
    }

    public void remove() {
        text.remove();
    }
}
