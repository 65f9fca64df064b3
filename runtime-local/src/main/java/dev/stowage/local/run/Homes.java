package dev.stowage.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The folders in which this user keeps runs. There is one, but where {@code XDG_STATE_HOME} says otherwise from time to time;
 * all runs of a machine share the address of ECS, so that whoever has it has to find them all.
 */
final class Homes {

    private static final String PRIVATE = "rwx------";

    private final Path register;

    private Homes(Path register) {
        this.register = register;
    }

    /** Those that are noted in that folder. */
    static Homes notedIn(Path register) {
        return new Homes(register);
    }

    /** Those of this user, noted in the folder for temporary files. */
    static Homes ofThisUser() {
        var name = "stowage-" + System.getProperty("user.name");
        return notedIn(Path.of(System.getProperty("java.io.tmpdir"), name));
    }

    /** The folder in which they are noted. */
    Path register() {
        return register;
    }

    /** Notes the folder of a run, as a link to it. Where the register is somebody else's, nothing is noted. */
    void note(Path run) {
        try {
            make();
            if (isOurs()) {
                var link = Files.createSymbolicLink(link(run), run.toAbsolutePath());
                assert Files.isSymbolicLink(link);
            }
        } catch (FileAlreadyExistsException known) {
            // An earlier process of the run noted it.
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Forgets the folder of a run that ends; the last one takes the register with it. */
    void forget(Path run) {
        try {
            if (isOurs() && Files.deleteIfExists(link(run))) {
                Files.deleteIfExists(register);
            }
        } catch (DirectoryNotEmptyException others) {
            // Other runs are noted there.
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Path link(Path run) {
        var name = run.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
        return register.resolve(UUID.nameUUIDFromBytes(name).toString());
    }

    private void make() throws IOException {
        if (Files.notExists(register, LinkOption.NOFOLLOW_LINKS)) {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE));
            var made = Files.createDirectory(register, mode);
            assert Files.isDirectory(made);
        }
    }

    /** That home and those of all runs that are noted and still there; those that are gone are forgotten. */
    List<Path> with(Path home) {
        var all = new LinkedHashSet<Path>(Set.of(home));
        if (isOurs()) {
            try (var links = Files.newDirectoryStream(register, Files::isSymbolicLink)) {
                for (var link : links) {
                    if (Files.isDirectory(link)) {
                        all.add(Files.readSymbolicLink(link).getParent());
                    } else {
                        Files.deleteIfExists(link);
                    }
                }
            } catch (IOException gone) {
                return List.of(home);
            }
        }
        return new ArrayList<>(all);
    }

    /** Whether nobody else can have written to it: anybody may make a folder of that name among temporary files. */
    private boolean isOurs() {
        try {
            var owner = Files.getOwner(register, LinkOption.NOFOLLOW_LINKS).getName();
            var mode = Files.getPosixFilePermissions(register, LinkOption.NOFOLLOW_LINKS);
            return Files.isDirectory(register, LinkOption.NOFOLLOW_LINKS)
                    && owner.equals(System.getProperty("user.name"))
                    && PosixFilePermissions.toString(mode).equals(PRIVATE);
        } catch (IOException none) {
            return false;
        }
    }
}
