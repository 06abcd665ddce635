package practice;

import java.util.Optional;

public final class PrivateData {

    private volatile String text;

    public void set(String text) {
        this.text = text;
    }

    public Optional<String> get() {
        return Optional.ofNullable(text);
    }

    public void remove() {
        text = null;
    }
}
