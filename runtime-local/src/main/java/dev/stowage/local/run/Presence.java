package dev.stowage.local.run;

import dev.stowage.local.endpoint.Neighbour;
import dev.stowage.local.ledger.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the folder of a run says of its endpoints: where other runs of this machine find them, so that a process that takes the
 * run over opens them at the same ports, and the key that the ids of its tasks are made with.
 */
final class Presence {

    private static final String PORTS = "endpoint";
    private static final String KEY = "endpoint.key";
    private static final int KEY_BYTES = 32;

    private final RunFolder folder;

    private Presence(RunFolder folder) {
        this.folder = folder;
    }

    /** What that folder says. */
    static Presence in(RunFolder folder) {
        return new Presence(folder);
    }

    /** The runs in those folders of runs that a process leads and that can be asked. */
    static List<Neighbour> all(List<Path> homes) {
        var found = new ArrayList<Neighbour>();
        for (var home : homes) {
            for (var id : RunFolder.all(home)) {
                var folder = RunFolder.of(home, id);
                in(folder).read().filter(it -> folder.isHeld()).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Makes the folder where it is not there yet; whoever leads the run holds it. */
    static Presence made(RunFolder folder) {
        folder.make();
        return in(folder);
    }

    /** Where this run is asked, or was when a process led it; empty where none did. */
    Optional<Neighbour> read() {
        try {
            var words = Files.readString(folder.file(PORTS)).strip().split(" ", -1);
            return Optional.of(new Neighbour(
                    folder.id().value(),
                    Integer.parseInt(words[0]),
                    Integer.parseInt(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3])));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** Tells other runs. */
    void write(Neighbour own) {
        WholeFile.write(
                folder.file(PORTS),
                own.http() + " " + own.dns() + " " + own.firstAddress() + " " + own.lastAddress() + "\n");
    }

    /** The key; a new one where there is none. Only its user may read it. */
    byte[] key() {
        try {
            var kept = Files.exists(folder.file(KEY)) ? Files.readString(folder.file(KEY)) : "";
            if (kept.length() == 2 * KEY_BYTES) {
                return HexFormat.of().parseHex(kept);
            }
            var fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            WholeFile.write(folder.file(KEY), HexFormat.of().formatHex(fresh));
            return fresh;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
