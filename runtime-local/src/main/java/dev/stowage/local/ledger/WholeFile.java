package dev.stowage.local.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are there as a whole or not at all, whenever the process that writes them dies. Only their user reads them. */
public final class WholeFile {

    private WholeFile() {}

    /** Puts that text in the place of what was there; whoever reads meanwhile reads the whole of either. */
    public static void write(Path file, String text) {
        var next = file.resolveSibling(file.getFileName() + ".next");
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(next);
            var made = Files.writeString(Files.createFile(next, mode), text);
            var moved = Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            assert moved.equals(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
