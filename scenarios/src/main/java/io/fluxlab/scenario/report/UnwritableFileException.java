package io.fluxlab.scenario.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file could not be written. The message names it and says why, in one line. */
public final class UnwritableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnwritableFileException(Path file, IOException cause) {
        super(file + " can't be written: " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException ignored -> "permission denied";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException existing -> existing.getFile() + " is in its way";
            case FileSystemException other ->
                other.getReason() == null ? String.valueOf(other.getMessage()) : other.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
