package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.endpoint.Neighbour;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.ledger.WholeFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked when a question comes: folders are read again when they changed, and not for every question. */
class NeighbourhoodTest {

    private static final Neighbour SHOP = new Neighbour("shop", 40_001, 40_002, 1, 2);
    private static final Neighbour DEPOT = new Neighbour("depot", 40_003, 40_004, 3, 4);

    private final AtomicLong now = new AtomicLong();

    @TempDir
    private Path folder;

    private Neighbourhood all;

    @BeforeEach
    void opens() {
        all = new Neighbourhood(Homes.notedIn(folder.resolve("register")), folder.resolve("runs"), now::get);
    }

    @Test
    @Behaviour("6.1")
    void aRunIsFoundAtOnceAndFoundAgainWithoutALook() {
        try (var shop = hold("shop")) {
            Presence.in(shop.folder()).write(SHOP);
            var first = all.get();
            assertThat(first).containsExactly(SHOP);
            assertThat(all.get()).isSameAs(first);

            try (var depot = hold("depot")) {
                assertThat(all.get()).containsExactly(SHOP);
                tick();
                Presence.in(depot.folder()).write(DEPOT);
                assertThat(all.get()).containsExactly(DEPOT, SHOP);
            }
        }
    }

    @Test
    @Behaviour("6.1")
    void aRunThatMovedIsFoundWhereItIsNow() {
        try (var shop = hold("shop")) {
            Presence.in(shop.folder()).write(SHOP);
            assertThat(all.get()).containsExactly(SHOP);
            tick();
            var elsewhere = new Neighbour("shop", 40_005, 40_006, 1, 2);
            Presence.in(shop.folder()).write(elsewhere);
            assertThat(all.get()).containsExactly(elsewhere);
        }
    }

    @Test
    @Behaviour("6.1")
    void aRunWhoseProcessDiedIsAskedForASecondAtMost() {
        var shop = hold("shop");
        Presence.in(shop.folder()).write(SHOP);
        assertThat(all.get()).containsExactly(SHOP);
        shop.close();

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(all.get()).isEmpty();
    }

    /** Waits until the clock of the file system, which is coarse, goes on. */
    private void tick() {
        var file = folder.resolve("tick");
        WholeFile.write(file, "");
        var before = file.toFile().lastModified();
        while (file.toFile().lastModified() <= before) {
            WholeFile.write(file, "");
        }
    }

    private RunFolder.Hold hold(String name) {
        return RunFolder.of(folder.resolve("runs"), new RunId(name)).hold().orElseThrow();
    }
}
