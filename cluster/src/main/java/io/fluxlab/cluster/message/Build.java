package io.fluxlab.cluster.message;

import io.fluxlab.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a program is made of, as far as two have to agree on it. Immutable.
 *
 * @param fluxlab which Fluxlab
 * @param java which major version of the JDK
 */
public record Build(String fluxlab, int java) {

    private static final int SHOWN = 12;

    /** Read once from where a class comes from, since every run asks for one. */
    private static final ClassValue<String> VERSIONS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return digestOf(type);
        }
    };

    /** This program's. */
    public static Build here() {
        String version = Build.class.getPackage().getImplementationVersion();
        return new Build(
                version == null ? "unpacked" : version, Runtime.version().feature());
    }

    /** Why a program that is made of this can't work with the other, or empty where it can. */
    public Optional<String> refusal(Build other) {
        if (!fluxlab.equals(other.fluxlab)) {
            return Optional.of("its Fluxlab is %s, and the coordinator's %s".formatted(other.fluxlab, fluxlab));
        }
        return java == other.java
                ? Optional.empty()
                : Optional.of("its JDK is %d, and the coordinator's %d".formatted(other.java, java));
    }

    /** A digest of the workload's class and of those within it: the version of a workload that names none. */
    public static String versionOf(Workload<?> workload) {
        return VERSIONS.get(workload.getClass());
    }

    private static String digestOf(Class<?> type) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(type, digest);
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(Class<?> type, MessageDigest digest) {
        addBytes(type, type.getName(), digest);
        int anonymous = 1;
        while (addBytes(type, type.getName() + "$" + anonymous, digest)) {
            anonymous++;
        }
        for (Class<?> nested : type.getDeclaredClasses()) {
            add(nested, digest);
        }
    }

    private static boolean addBytes(Class<?> beside, String name, MessageDigest digest) {
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                return false;
            }
            digest.update(in.readAllBytes());
            return true;
        } catch (IOException e) {
            return false; // as if it were not there: the other side's is another one then
        }
    }
}
