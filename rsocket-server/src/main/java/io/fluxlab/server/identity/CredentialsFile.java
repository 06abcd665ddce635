package io.fluxlab.server.identity;

import io.fluxlab.server.reload.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A credentials file and the changes that are made to it. Each replaces the file in one step, so that a server that
 * reads meanwhile sees the old or the new one. Not for two writers at once.
 *
 * @see Credentials
 */
public final class CredentialsFile {

    private final Path path;

    private CredentialsFile(Path path) {
        this.path = path;
    }

    /** The file at this path, which need not exist yet. */
    public static CredentialsFile of(Path path) {
        return new CredentialsFile(path);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where it is missing, open to others, or says what makes no sense
     * @throws UncheckedIOException where it can't be read
     */
    public Credentials read() {
        String text = SecretFile.read(path);
        try {
            return Credentials.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Adds somebody, and makes the file, for its owner alone, if there is none.
     *
     * @return the token, which is kept nowhere
     * @throws IllegalArgumentException where the name is taken or can't be one
     */
    public String add(String name, Role role) {
        List<String> lines = Files.exists(path) ? lines() : new ArrayList<>();
        Credentials before = Credentials.parse(String.join("\n", lines));
        Principal principal = new Principal(Credentials.name(name), role);
        if (before.lines().stream().anyMatch(line -> line.principal().name().equals(name))) {
            throw new IllegalArgumentException(name + " is in " + path + " already: remove it first");
        }
        String secret = TokenHash.newSecret();
        lines.add("%s %s token %s"
                .formatted(principal.name(), role.id(), TokenHash.of(secret).text()));
        write(lines);
        return name + "." + secret;
    }

    /**
     * Removes somebody.
     *
     * @throws IllegalArgumentException where the file has no such name
     */
    public void remove(String name) {
        read();
        List<String> lines = lines();
        if (!lines.removeIf(line -> line.strip().split("\\s+", 2)[0].equals(name))) {
            throw new IllegalArgumentException(name + " is not in " + path);
        }
        write(lines);
    }

    private List<String> lines() {
        return new ArrayList<>(SecretFile.read(path).lines().toList());
    }

    private void write(List<String> lines) {
        try {
            Path target = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? path.toRealPath() : path.toAbsolutePath();
            SecretFile.replace(target, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be written: " + e.getMessage(), e);
        }
    }
}
