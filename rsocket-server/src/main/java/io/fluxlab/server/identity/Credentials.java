package io.fluxlab.server.identity;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may use a lab: the lines of a credentials file, {@code NAME ROLE token HASH} or
 * {@code NAME ROLE certificate SUBJECT}; empty lines and those that begin with {@code #} say nothing. Immutable.
 */
public final class Credentials {

    private static final int PARTS = 4;

    private final List<Credential> lines;
    private final Map<String, Credential> byName = new HashMap<>();

    private Credentials(List<Credential> lines) {
        this.lines = List.copyOf(lines);
        lines.forEach(line -> byName.put(line.principal().name(), line));
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalArgumentException naming every line that is wrong, and what would be right
     */
    static Credentials parse(String text) {
        List<Credential> read = new ArrayList<>();
        Map<String, Integer> lineOfName = new HashMap<>();
        List<String> mistakes = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                Credential credential = line(line);
                read.add(credential);
                Integer before = lineOfName.putIfAbsent(credential.principal().name(), number);
                if (before != null) {
                    throw new IllegalArgumentException(
                            credential.principal().name() + " has line " + before + " already");
                }
            } catch (IllegalArgumentException e) {
                mistakes.add("line " + number + ": " + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.stream().limit(10).collect(Collectors.joining("; ")));
        }
        return new Credentials(read);
    }

    private static Credential line(String line) {
        String[] parts = line.strip().split("\\s+", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("it must be NAME ROLE token HASH or NAME ROLE certificate SUBJECT");
        }
        Principal principal = new Principal(name(parts[0]), role(parts[1]));
        return switch (parts[2]) {
            case "token" -> new Credential.Token(principal, new TokenHash(parts[3]));
            case "certificate" -> new Credential.Certificate(principal, new CertificateName(parts[3]));
            default -> throw new IllegalArgumentException("the third word must be token or certificate");
        };
    }

    /** Checks what a principal is to be called. */
    static String name(String name) {
        if (!Credential.isName(name)) {
            throw new IllegalArgumentException(
                    "a name must be 1 to 64 letters, digits, dots, dashes or underscores and begin with a letter or digit, was "
                            + name);
        }
        return name;
    }

    private static Role role(String id) {
        return Role.of(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("the role must be viewer, runner or operator, was " + id));
    }

    /** All lines, in order. */
    public List<Credential> lines() {
        return lines;
    }

    /** The token of this name. */
    Optional<Credential.Token> token(String name) {
        return byName.get(name) instanceof Credential.Token token ? Optional.of(token) : Optional.empty();
    }

    /** The first line that means this certificate. */
    Optional<Credential.Certificate> certificate(X509Certificate certificate) {
        return lines.stream()
                .filter(Credential.Certificate.class::isInstance)
                .map(Credential.Certificate.class::cast)
                .filter(line -> line.matches(certificate))
                .findFirst();
    }

    /** Whether a line that was here once still is, with the same role and proof. */
    boolean holds(Credential credential) {
        return credential.equals(byName.get(credential.principal().name()));
    }
}
