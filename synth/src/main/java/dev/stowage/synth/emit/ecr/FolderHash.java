package dev.stowage.synth.emit.ecr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A hash of what is in a folder: the names and contents of its files, in the order of their names, so that it is the same on
 * every machine. The folder of git does not count, nor what {@code .dockerignore} names by a plain path.
 */
final class FolderHash {

    private final Path folder;
    private final List<String> ignored = new ArrayList<>();
    private final TreeMap<String, Path> files = new TreeMap<>();

    private FolderHash(Path folder) {
        this.folder = folder;
        ignored.add(".git");
    }

    /** The hash of a folder and of what else makes a difference, as 64 hexadecimal digits. */
    static String of(Path folder, String recipe) throws IOException {
        var hash = new FolderHash(folder);
        hash.ignore();
        hash.gather();
        return hash.digest(recipe);
    }

    /** A file of exceptions is not understood: then everything counts. */
    private void ignore() throws IOException {
        var list = folder.resolve(".dockerignore");
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
                return ignored.contains(name(each)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                if (!ignored.contains(name(each))) {
                    files.put(name(each), each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private String digest(String recipe) throws IOException {
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
