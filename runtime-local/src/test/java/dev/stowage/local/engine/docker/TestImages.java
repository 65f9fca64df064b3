package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Images for tests, made of the program {@code /bin/busybox} of this machine (package busybox-static), since no registry can
 * be reached. They stay on the engine for the next test run.
 */
public final class TestImages {

    /** An image with a shell and the usual small programs. */
    public static final String BUSYBOX = "stowage-test/busybox:1";

    private static final List<String> PROGRAMS = List.of(
            "sh",
            "sleep",
            "httpd",
            "wget",
            "nc",
            "cat",
            "echo",
            "ls",
            "nslookup",
            "hostname",
            "id",
            "env",
            "kill",
            "ps",
            "head",
            "dd",
            "test",
            "true",
            "false",
            "ip",
            "touch",
            "mkdir",
            "seq",
            "tail",
            "nproc",
            "df",
            "mount",
            "printf");

    private TestImages() {}

    /** Has {@link #BUSYBOX} be there, and gives its name. */
    public static synchronized String busybox(Docker docker) {
        try {
            docker.within(Patience.INSPECT).inspectImageCmd(BUSYBOX).exec();
        } catch (NotFoundException absent) {
            ImageImport.run(
                    docker, "stowage-test/busybox", "1", archive(), "ENV PATH=/bin", "LABEL dev.stowage.test=busybox");
        }
        return BUSYBOX;
    }

    /** An image like {@link #BUSYBOX} that differs from others by that word; gives its id. The name means it from now on. */
    static String variant(Docker docker, String name, String word) {
        var colon = name.lastIndexOf(':');
        var repository = name.substring(0, colon);
        ImageImport.run(
                docker, repository, name.substring(colon + 1), archive(), "ENV PATH=/bin", "LABEL word=" + word);
        return docker.within(Patience.INSPECT).inspectImageCmd(name).exec().getId();
    }

    /** Removes an image, by name or id, where it is there. */
    static void remove(String name) {
        try (var docker = Docker.connect()) {
            docker.within(Patience.REMOVE).removeImageCmd(name).withForce(true).exec();
        } catch (NotFoundException gone) {
            // Nothing is left of it.
        }
    }

    /** An image with {@code /program} for that architecture, {@code arm64} or {@code amd64}, which waits; gives its name. */
    static synchronized String foreign(Docker docker, String architecture) {
        var name = "stowage-test/" + architecture + ":1";
        var layer = Tar.of("program", PauseImage.program(architecture));
        var config = "{\"architecture\":\"" + architecture + "\",\"os\":\"linux\",\"config\":{\"Cmd\":[\"/program\"]},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:" + hash(layer) + "\"]}}";
        var manifest = "[{\"Config\":\"config.json\",\"RepoTags\":[\"" + name + "\"],\"Layers\":[\"layer.tar\"]}]";
        var saved = Tar.empty()
                .file("config.json", config)
                .file("manifest.json", manifest)
                .program("layer.tar", layer)
                .bytes();
        docker.within(Patience.CREATE)
                .loadImageCmd(new ByteArrayInputStream(saved))
                .exec();
        return name;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static byte[] archive() {
        try {
            var program = Path.of("/bin/busybox");
            if (!Files.exists(program)) {
                throw new IllegalStateException("there is no " + program + ": install busybox-static");
            }
            var tar = Tar.empty()
                    .folder("bin", false)
                    .folder("etc", false)
                    .folder("tmp", true)
                    .program("bin/busybox", Files.readAllBytes(program));
            PROGRAMS.forEach(name -> tar.link("bin/" + name, "busybox"));
            return tar.bytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
