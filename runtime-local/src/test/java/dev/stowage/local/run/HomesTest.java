package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the runs of a user are, when they are not all in one folder. */
class HomesTest {

    @TempDir
    private Path folder;

    @Test
    void knowsTheHomeOfEveryRunThatWasNoted() throws IOException {
        var one = run("one/shop");
        homes().note(one);
        homes().note(run("other/shop"));
        homes().note(run("other/shop-2"));
        homes().note(one);

        assertThat(homes().with(one.getParent())).containsExactlyInAnyOrder(one.getParent(), folder.resolve("other"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("register"))))
                .isEqualTo("rwx------");
    }

    @Test
    void forgetsARunThatEndsAndLeavesNothing() throws IOException {
        var one = run("one/shop");
        var other = run("other/shop");
        homes().note(one);
        homes().note(other);

        homes().forget(one);
        assertThat(homes().with(folder)).containsExactly(folder, other.getParent());
        homes().forget(other);
        assertThat(folder.resolve("register")).doesNotExist();
    }

    @Test
    void forgetsARunWhoseFolderIsGone() throws IOException {
        var gone = run("one/shop");
        homes().note(gone);
        Files.delete(gone);

        assertThat(homes().with(folder)).containsExactly(folder);
        assertThat(folder.resolve("register")).isEmptyDirectory();
    }

    @Test
    void believesNoRegisterThatOthersMayWriteTo() throws IOException {
        var planted = Files.createDirectory(folder.resolve("planted"));
        var register = Files.createDirectory(folder.resolve("register"));
        var modes = Files.setPosixFilePermissions(register, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createSymbolicLink(modes.resolve("x"), planted);
        homes().note(folder);

        assertThat(homes().with(folder)).containsExactly(folder);
    }

    @Test
    void hasNoneWhereNothingWasNoted() {
        assertThat(homes().with(folder)).containsExactly(folder);
    }

    private Path run(String path) throws IOException {
        return Files.createDirectories(folder.resolve(path));
    }

    private Homes homes() {
        return Homes.notedIn(folder.resolve("register"));
    }
}
