package dev.stowage.synth.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a folder that an image can be built of, by name. The folder of git does not count, nor a cloud assembly that
 * Stowage wrote there, nor what {@code .dockerignore} names by a plain path; the file that says how the image is built and
 * {@code .dockerignore} itself always count.
 */
public final class ContextFolder {

    private static final String IGNORE_FILE = ".dockerignore";

    private final Path folder;
    private final List<String> kept;
    private final List<String> ignored = new ArrayList<>();
    private final TreeMap<String, Path> files = new TreeMap<>();

    private ContextFolder(Path folder, List<String> kept) {
        this.folder = folder;
        this.kept = kept;
        ignored.add(".git");
    }

    /** What counts of a folder from which this Dockerfile builds. */
    public static ContextFolder of(Path folder, String dockerfile) throws IOException {
        var context = new ContextFolder(folder, List.of(dockerfile, IGNORE_FILE));
        context.ignore();
        context.gather();
        return context;
    }

    /** All of a folder, hidden files and those of git included. */
    public static ContextFolder whole(Path folder) throws IOException {
        var context = new ContextFolder(folder, List.of());
        context.ignored.clear();
        context.gather();
        return context;
    }

    /**
     * A hash of the names and contents of the files and of what else makes a difference, as 64 hexadecimal digits. It is the
     * same on every machine: times, owners and rights do not count.
     */
    public String hash(String recipe) throws IOException {
        var digest = sha256();
        add(digest, recipe.getBytes(StandardCharsets.UTF_8));
        for (var file : files.entrySet()) {
            add(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
            var isLink = Files.isSymbolicLink(file.getValue());
            add(
                    digest,
                    isLink
                            ? Files.readSymbolicLink(file.getValue()).toString().getBytes(StandardCharsets.UTF_8)
                            : Files.readAllBytes(file.getValue()));
        }
        var hex = new StringBuilder(64);
        for (var each : digest.digest()) {
            hex.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
        }
        return hex.toString();
    }

    /** Copies the files into a folder that is not there yet, with their rights; links stay links. */
    public void copyTo(Path target) throws IOException {
        Files.createDirectories(target);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            var copy = target.resolve(file.getKey());
            var parent = copy.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(
                    file.getValue(),
                    copy,
                    LinkOption.NOFOLLOW_LINKS,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A file of exceptions is not understood: then everything counts. */
    private void ignore() throws IOException {
        var list = folder.resolve(IGNORE_FILE);
        if (!Files.isRegularFile(list)) {
            return;
        }
        var paths = new ArrayList<String>();
        for (var line : Files.readAllLines(list)) {
            var path = line.strip();
            if (path.startsWith("!")) {
                return;
            }
            if (!path.isEmpty() && !path.startsWith("#") && path.indexOf('*') < 0 && path.indexOf('?') < 0) {
                paths.add(trimmed(path));
            }
        }
        ignored.addAll(paths);
    }

    private static String trimmed(String path) {
        var start = path.startsWith("./") ? 2 : path.startsWith("/") ? 1 : 0;
        return path.substring(start, path.endsWith("/") && path.length() > start ? path.length() - 1 : path.length());
    }

    private void gather() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return ignored.contains(name(each)) || isAssembly(each)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                if (!ignored.contains(name(each))) {
                    files.put(name(each), each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (var name : kept) {
            var file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                files.put(name(folder.resolve(name).normalize()), file);
            }
        }
    }

    /** What a synth writes into the folder that it reads would change with every synth. */
    private boolean isAssembly(Path each) {
        return !each.equals(folder)
                && Files.isRegularFile(each.resolve("manifest.json"))
                && Files.isRegularFile(each.resolve("stowage.json"));
    }

    private String name(Path file) {
        return folder.normalize().relativize(file.normalize()).toString().replace('\\', '/');
    }

    /** Its length before each part, so that no two lists of parts look alike. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(String.valueOf(part.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256.", impossible);
        }
    }
}
