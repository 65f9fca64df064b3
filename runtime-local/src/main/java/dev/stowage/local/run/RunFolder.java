package dev.stowage.local.run;

import dev.stowage.local.engine.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The folder that a run is known by. Only its user may enter it. It holds a lock that lasts as long as the process that
 * leads the run, the socket that the run is steered through, and what a process that takes over has to know.
 */
public final class RunFolder {

    private static final String LOCK = "lock";
    private static final String SOCKET = "control.sock";

    /**
     * The folders that this process holds. Their lock files are not opened again: a process loses its lock of a file when it
     * closes any of its channels to it.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final Path path;

    private RunFolder(Path home, Path path) {
        this.home = home;
        this.path = path;
    }

    /**
     * Where runs are kept: {@code stowage/runs} in the folder that {@code XDG_STATE_HOME} names, else
     * {@code .stowage/runs} in the user's home.
     */
    public static Path home(Function<String, Optional<String>> environment) {
        return environment
                .apply("XDG_STATE_HOME")
                .map(state -> Path.of(state, "stowage", "runs"))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".stowage", "runs"));
    }

    /** The folder of a run, whether it is there or not. */
    public static RunFolder of(Path home, RunId id) {
        return new RunFolder(home, home.resolve(id.value()));
    }

    /** The folder of a run: here, or where a process of this user leads it that keeps its runs elsewhere. */
    public static RunFolder wherever(Path home, RunId id) {
        var here = of(home, id);
        if (Files.exists(here.path)) {
            return here;
        }
        return Homes.ofThisUser().with(home).stream()
                .map(one -> of(one, id))
                .filter(RunFolder::isHeld)
                .findFirst()
                .orElse(here);
    }

    /** The runs that have a folder, by name. */
    public static List<RunId> all(Path home) {
        var found = new ArrayList<RunId>();
        if (Files.isDirectory(home)) {
            try (var entries = Files.newDirectoryStream(home, Files::isDirectory)) {
                entries.forEach(each -> found.add(RunId.after(each.getFileName().toString())));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        found.sort(Comparator.comparing(RunId::value));
        return found;
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** The run. */
    public RunId id() {
        return new RunId(path.getFileName().toString());
    }

    /** The socket; there while the run can be asked. */
    public Path socket() {
        return path.resolve(SOCKET);
    }

    /** The folder that it lies in, with those of other runs. */
    Path home() {
        return home;
    }

    /** The folder in which all runs of a user keep the authority for certificates: beside that of the runs. */
    public Path authority() {
        return home.resolveSibling("authority");
    }

    /** A file in it. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Makes it, and holds it against every other process; empty where one holds it already. */
    public Optional<Hold> hold() {
        var isNew = Files.notExists(path);
        make();
        try {
            return lock(isNew);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Makes it, for its user alone. */
    void make() {
        var mode = PosixFilePermissions.fromString("rwx------");
        try {
            Files.createDirectories(home);
            if (!Files.isDirectory(path)) {
                Files.createDirectory(path, PosixFilePermissions.asFileAttribute(mode));
            }
            Files.setPosixFilePermissions(path, mode);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Whether a process leads the run. */
    public boolean isHeld() {
        if (OURS.contains(key())) {
            return true;
        }
        if (!Files.exists(path.resolve(LOCK))) {
            return false;
        }
        try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Path key() {
        return path.toAbsolutePath().normalize();
    }

    private Optional<Hold> lock(boolean isNew) throws IOException {
        if (!OURS.add(key())) {
            return Optional.empty();
        }
        var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            OURS.remove(key());
            return Optional.empty();
        }
        return Optional.of(new Hold(channel, lock, isNew));
    }

    /** The sole right to lead a run; it ends with the process at the latest. */
    public final class Hold implements AutoCloseable {

        private final FileChannel channel;
        private final FileLock lock;
        private final boolean isNew;

        private Hold(FileChannel channel, FileLock lock, boolean isNew) {
            this.isNew = isNew;
            this.channel = channel;
            this.lock = lock;
        }

        /** Whether there was no folder before: nobody led this run, as far as this user knows. */
        public boolean isNew() {
            return isNew;
        }

        /** The folder that is held. */
        public RunFolder folder() {
            return RunFolder.this;
        }

        /** Removes the folder with all that is in it, the lock last. */
        public void delete() {
            try (var files = Files.newDirectoryStream(path, each -> !each.endsWith(LOCK))) {
                files.forEach(RunFolder::delete);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            RunFolder.delete(path);
            Homes.ofThisUser().forget(path);
        }

        @Override
        public void close() {
            try {
                OURS.remove(key());
                lock.release();
                channel.close();
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    /** Removes a file, or a folder with all that is in it, where it is there. */
    public static void delete(Path path) {
        if (Files.notExists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(RunFolder::remove);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
