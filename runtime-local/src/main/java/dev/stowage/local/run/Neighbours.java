package dev.stowage.local.run;

import dev.stowage.local.endpoint.Neighbour;
import dev.stowage.local.engine.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs of this user on this machine, and where each of them answers: one small file for each in the folder for temporary
 * files, whatever the folders of the runs are.
 */
final class Neighbours {

    private final RunId run;

    Neighbours(RunId run) {
        this.run = run;
    }

    private static Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "stowage-" + System.getProperty("user.name"));
    }

    /** Tells the others where this run answers, and for which addresses. */
    void enter(int http, int dns, String block) {
        var slash = block.indexOf('/');
        var first = number(block.substring(0, slash));
        var last = first + (1L << (32 - Integer.parseInt(block.substring(slash + 1)))) - 1;
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            if (!Files.isDirectory(folder())) {
                Files.createDirectory(folder(), owner);
            }
            Files.writeString(folder().resolve(run.value()), http + " " + dns + " " + first + " " + last);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Is there no more. */
    void leave() {
        leave(run);
    }

    /** Forgets a run that is gone. */
    static void leave(RunId gone) {
        try {
            Files.deleteIfExists(folder().resolve(gone.value()));
            try (var others = Files.newDirectoryStream(folder())) {
                if (others.iterator().hasNext()) {
                    return;
                }
            }
            Files.deleteIfExists(folder());
        } catch (IOException another) {
            // The folder is not there, or another run began meanwhile.
        }
    }

    /** All that are there now. */
    List<Neighbour> all() {
        var all = new ArrayList<Neighbour>();
        try (var files = Files.newDirectoryStream(folder())) {
            for (var file : files) {
                read(file).ifPresent(all::add);
            }
        } catch (IOException none) {
            return List.of();
        }
        return all;
    }

    private static Optional<Neighbour> read(Path file) {
        try {
            var words = Words.read("." + Files.readString(file).replace(" ", " ."));
            return Optional.of(new Neighbour(
                    String.valueOf(file.getFileName()),
                    Integer.parseInt(words.get(0)),
                    Integer.parseInt(words.get(1)),
                    Long.parseLong(words.get(2)),
                    Long.parseLong(words.get(3))));
        } catch (IOException | RuntimeException unfinished) {
            return Optional.empty();
        }
    }

    private static long number(String address) {
        try {
            return Integer.toUnsignedLong(
                    ByteBuffer.wrap(InetAddress.getByName(address).getAddress()).getInt());
        } catch (IOException noAddress) {
            throw new UncheckedIOException(noAddress);
        }
    }
}
