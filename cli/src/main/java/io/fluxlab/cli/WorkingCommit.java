package io.fluxlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commit that is checked out where the command was called, read from the files of Git. Stateless. */
final class WorkingCommit {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
    private static final String REFERENCE = "ref: ";
    private static final String ELSEWHERE = "gitdir: ";

    private WorkingCommit() {}

    /** That of the current folder, if it is in a checkout. */
    static Optional<String> here() {
        return of(Path.of("").toAbsolutePath());
    }

    static Optional<String> of(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .map(each -> each.resolve(".git"))
                .filter(Files::exists)
                .findFirst()
                .flatMap(WorkingCommit::read);
    }

    private static Optional<String> read(Path git) {
        try {
            Path folder = Files.isDirectory(git)
                    ? git
                    : git.resolveSibling(line(git).substring(ELSEWHERE.length()))
                            .normalize();
            String head = line(folder.resolve("HEAD"));
            if (!head.startsWith(REFERENCE)) {
                return valid(head);
            }
            Path shared = folder.resolve("commondir");
            Path common = Files.exists(shared) ? folder.resolve(line(shared)).normalize() : folder;
            String reference = head.substring(REFERENCE.length());
            Path loose = common.resolve(reference);
            return Files.exists(loose) ? valid(line(loose)) : packed(common.resolve("packed-refs"), reference);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // nobody can tell, which is no reason to fail
        }
    }

    private static Optional<String> packed(Path file, String reference) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.endsWith(" " + reference))
                    .findFirst()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .flatMap(WorkingCommit::valid);
        }
    }

    private static Optional<String> valid(String commit) {
        return Optional.of(commit).filter(text -> ID.matcher(text).matches());
    }

    private static String line(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
