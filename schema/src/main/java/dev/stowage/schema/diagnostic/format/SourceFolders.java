package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.origin.Frame;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where the source of a class lies: where Maven and Gradle keep it, seen from the place that the class was loaded from,
 * and else below the working folder and the modules in it.
 */
final class SourceFolders {

    private static final List<Layout> LAYOUTS = List.of(
            new Layout("target/classes", "../../src/main/java"),
            new Layout("target/test-classes", "../../src/test/java"),
            new Layout("target", "../src/main/java"),
            new Layout("build/classes/java/main", "../../../../src/main/java"),
            new Layout("build/classes/java/test", "../../../../src/test/java"),
            new Layout("build/libs", "../../src/main/java"));

    private static final List<String> HABITS = List.of("src/main/java", "src/test/java", "src", "");

    private SourceFolders() {}

    /** The source file of a frame, where there is one. */
    static Optional<Path> file(Frame frame, Path directory) {
        var below = Path.of(frame.packageName().replace('.', '/'), frame.file());
        var origin = frame.declaring().flatMap(SourceFolders::location);
        if (origin.isPresent() && origin.get().endsWith(frame.file())) {
            return origin;
        }
        for (var root : roots(origin, directory)) {
            var file = root.resolve(below);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static List<Path> roots(Optional<Path> origin, Path directory) {
        var roots = new ArrayList<Path>();
        if (origin.isPresent()) {
            var folder = Files.isDirectory(origin.get())
                    ? origin.get()
                    : origin.get().getParent();
            for (var layout : LAYOUTS) {
                if (folder != null && folder.endsWith(layout.classes)) {
                    roots.add(folder.resolve(layout.sources).normalize());
                }
            }
        }
        for (var habit : HABITS) {
            roots.add(directory.resolve(habit));
        }
        roots.addAll(modules(directory));
        return roots;
    }

    /** The sources of the modules of a build, which lie one folder below its root. */
    private static List<Path> modules(Path directory) {
        var sources = new TreeSet<Path>();
        try (var children = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (var child : children) {
                sources.add(child.resolve("src/main/java"));
                sources.add(child.resolve("src/test/java"));
            }
        } catch (IOException | DirectoryIteratorException closed) {
            return List.of();
        }
        return List.copyOf(sources);
    }

    /** Where a class was loaded from: a folder, a jar, or the source file itself under {@code java Shop.java}. */
    private static Optional<Path> location(Class<?> declaring) {
        var code = declaring.getProtectionDomain().getCodeSource();
        if (code == null || code.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(code.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            return Optional.empty();
        }
    }

    /**
     * A habit of a build tool.
     *
     * @param classes how the folder of classes or jars ends
     * @param sources the folder of sources, seen from there
     */
    private record Layout(String classes, String sources) {}
}
