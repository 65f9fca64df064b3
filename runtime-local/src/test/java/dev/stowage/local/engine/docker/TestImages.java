package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
