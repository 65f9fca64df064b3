package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.endpoint.Neighbour;
import dev.stowage.local.engine.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the folder of a run says of its endpoints. */
class PresenceTest {

    private static final Neighbour SHOP = new Neighbour("shop", 4001, 4002, 1, 9);

    @TempDir
    private Path home;

    private final RunId shop = new RunId("shop");

    @Test
    void aProcessThatTakesARunOverFindsItsPortsAndItsKey() {
        var key = Presence.made(folder()).key();
        Presence.in(folder()).write(SHOP);

        assertThat(key).hasSize(32);
        assertThat(Presence.made(folder()).key()).isEqualTo(key);
        assertThat(Presence.made(folder()).read()).contains(SHOP);
    }

    @Test
    void aKeyThatWasNotWrittenToItsEndIsMadeAnew() throws Exception {
        var presence = Presence.made(folder());
        var file = Files.writeString(folder().file("endpoint.key"), "4f1c");

        assertThat(presence.key()).hasSize(32);
        assertThat(Files.readString(file)).hasSize(64);
    }

    @Test
    void onlyTheUserOfARunReadsItsKey() throws Exception {
        var key = Presence.made(folder()).key();

        assertThat(key).isNotEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().path())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().file("endpoint.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyRunsThatAProcessLeadsAreAsked() {
        try (var hold = folder().hold().orElseThrow()) {
            Presence.in(hold.folder()).write(SHOP);
            assertThat(Presence.all(List.of(home))).containsExactly(SHOP);
        }
        assertThat(Presence.all(List.of(home))).isEmpty();
    }

    private RunFolder folder() {
        return RunFolder.of(home, shop);
    }
}
