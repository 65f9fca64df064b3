package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.origin.Frame;
import java.nio.file.Path;
import java.util.List;

/** From where findings are looked at: whose code is a library and not the reader's own, and where files are looked for. */
public final class Vantage {

    private final Path directory;
    private final List<String> libraries;

    private Vantage(Path directory, List<String> libraries) {
        this.directory = directory;
        this.libraries = libraries;
    }

    /** Looking from this folder, with no library but the packages that call themselves one. */
    public static Vantage from(Path directory) {
        return new Vantage(directory.toAbsolutePath().normalize(), List.of());
    }

    /** The same vantage; findings point past these packages, and those below them, to whoever called them. */
    public Vantage past(List<String> packages) {
        return new Vantage(directory, List.copyOf(packages));
    }

    /** The folder that relative paths start from, as an absolute path. */
    Path directory() {
        return directory;
    }

    /** Whether a frame belongs to a library. */
    boolean isLibrary(Frame frame) {
        var home = frame.packageName();
        for (var library : libraries) {
            if (home.equals(library) || home.startsWith(library + ".")) {
                return true;
            }
        }
        return frame.isLibrary();
    }
}
