package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.engine.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    private Path home;

    @Test
    void nobodyElseEntersIt() throws Exception {
        try (var hold = folder("shop").hold().orElseThrow()) {
            var mode = Files.getPosixFilePermissions(hold.folder().path());
            assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rwx------");
        }
    }

    @Test
    void oneProcessHoldsItAtATime() {
        try (var hold = folder("shop").hold().orElseThrow()) {
            assertThat(hold.folder().isHeld()).isTrue();
            assertThat(folder("shop").hold()).isEmpty();
            assertThat(folder("other").isHeld()).isFalse();
        }
        assertThat(folder("shop").isHeld()).isFalse();
        assertThat(RunFolder.all(home)).extracting(RunId::value).containsExactly("shop");
    }

    @Test
    void whoeverHoldsItMayAskForItAndHoldsItStill() throws Exception {
        var file = folder("shop").path().resolve("lock");
        try (var hold = folder("shop").hold().orElseThrow()) {
            assertThat(hold.folder().isHeld()).isTrue();
            assertThat(folder("shop").hold()).isEmpty();

            assertThat(Files.readAllLines(Path.of("/proc/locks")))
                    .anyMatch(line -> line.contains(":" + inode(file) + " "));
        }
    }

    private static Object inode(Path file) {
        try {
            return Files.getAttribute(file, "unix:ino");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void goesWithAllThatIsInIt() throws Exception {
        try (var hold = folder("shop").hold().orElseThrow()) {
            Files.createDirectories(hold.folder().file("assembly/deep"));
            Files.writeString(hold.folder().file("assembly/deep/file"), "text");
            hold.delete();
        }
        assertThat(home).isEmptyDirectory();
        assertThat(folder("shop").hold()).isPresent();
    }

    @Test
    void liesWhereStateLies() {
        assertThat(RunFolder.home(name -> Optional.of("/state"))).isEqualTo(Path.of("/state/stowage/runs"));
        assertThat(RunFolder.home(name -> Optional.empty()))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".stowage", "runs"));
    }

    @Test
    void aRunIsCalledAfterItsStack() {
        assertThat(RunId.after("Shop_Test")).isEqualTo(new RunId("shop-test"));
        assertThat(RunId.after("-")).isEqualTo(new RunId("run"));
        assertThat(RunId.after("a".repeat(50)).value()).hasSize(40);
    }

    private RunFolder folder(String name) {
        return RunFolder.of(home, new RunId(name));
    }
}
