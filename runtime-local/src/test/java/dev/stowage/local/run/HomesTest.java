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
    void knowsEveryHomeThatWasNoted() throws IOException {
        var one = Files.createDirectory(folder.resolve("one"));
        var other = Files.createDirectory(folder.resolve("other"));
        homes().note(one);
        homes().note(other);
        homes().note(one);

        assertThat(homes().with(one)).containsExactly(one, other);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("register"))))
                .isEqualTo("rwx------");
    }

    @Test
    void forgetsAHomeThatIsGone() throws IOException {
        var gone = Files.createDirectory(folder.resolve("gone"));
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

    private Homes homes() {
        return Homes.notedIn(folder.resolve("register"));
    }
}
