package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Base64;

/**
 * The image of pause containers: one static program of a few hundred bytes that waits for its stop signal and reaps what it
 * inherits. It is made in memory and imported, so that no registry and no build is needed.
 */
final class PauseImage {

    /** Ends with exit code 0 at SIGTERM and SIGINT; ignores SIGCHLD, which has the kernel reap. */
    private static final String AMD64 =
            "f0VMRgIBAQAAAAAAAAAAAAIAPgABAAAAeABAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAABAEAAAAAAAAEAAAAFAAAAAAAAAAAAAAAAAEAA"
                    + "AAAAAAAAQAAAAAAA4AAAAAAAAADgAAAAAAAAAAAQAAAAAAAAagBIjQVRAAAAUGgAAAAESI0FSQAAAFBqD+gkAAAAagLoHQAAAGoBWEiJ"
                    + "BCTHRCQIAgAABGoR6AcAAABqIlgPBev5SIt8JAhIjXQkEDHSaghBWmoNWA8FwggAag9YDwUx/7jnAAAADwU=";

    /** The same for 64-bit ARM. Assembled and read back; nobody ran it. */
    private static final String ARM64 =
            "f0VMRgIBAQAAAAAAAAAAAAIAtwABAAAAeABAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAEAAOAABAEAAAAAAAAEAAAAFAAAAAAAAAAAAAAAAAEAA"
                    + "AAAAAAAAQAAAAAAA7AAAAAAAAADsAAAAAAAAAAAAAQAAAAAA/4MA0SADABDgfwCp/38BqeABgNIPAACUQACA0g0AAJQhAIDSQgCA0uEL"
                    + "AKkgAoDSCAAAlAAAgNIBAIDSAgCA0gMAgNIoCYDSAQAA1Pr//xfhAwCRAgCA0gMBgNLIEIDSAQAA1MADX9YAAIDSyAuA0gEAANQ=";

    private static final String REPOSITORY = "stowage/pause";

    private final Docker docker;
    private final String tag;

    private PauseImage(Docker docker) {
        this.docker = docker;
        this.tag = docker.facts().architecture();
    }

    /** The image for the architecture of that engine. */
    static PauseImage on(Docker docker) {
        return new PauseImage(docker);
    }

    /** Its name and tag. */
    String name() {
        return REPOSITORY + ":" + tag;
    }

    /** Imports it where it is not there: a second import would leave the first one behind without a name. */
    void ensure() {
        try {
            docker.within(Patience.INSPECT).inspectImageCmd(name()).exec();
        } catch (NotFoundException absent) {
            importIt();
        }
    }

    private void importIt() {
        ImageImport.run(
                docker,
                REPOSITORY,
                tag,
                Tar.of("pause", program(tag)),
                "ENTRYPOINT [\"/pause\"]",
                "LABEL " + Labels.IMAGE + "=pause");
    }

    /** The program for that architecture; that for 64-bit Intel where there is no other, for an engine that emulates it. */
    static byte[] program(String architecture) {
        return Base64.getDecoder().decode(architecture.equals("arm64") ? ARM64 : AMD64);
    }
}
