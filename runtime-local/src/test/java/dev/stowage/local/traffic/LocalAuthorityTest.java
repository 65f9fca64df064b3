package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority that a user trusts once. */
@Behaviour("14.7")
class LocalAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path home;

    private static String pem(Path folder, Instant now) throws IOException, GeneralSecurityException {
        return LocalAuthority.of(Optional.of(folder), now).pem();
    }

    @Test
    void isMadeOnceAndNobodyElseMayReadItsKey() throws IOException, GeneralSecurityException {
        var folder = home.resolve("authority");
        var first = pem(folder, NOW);

        assertThat(pem(folder, NOW.plus(Duration.ofDays(30)))).isEqualTo(first);
        assertThat(Files.readString(LocalAuthority.trust(folder)))
                .isEqualTo(first)
                .doesNotContain("PRIVATE");
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("authority.pem"))).isEqualTo("rw-------");
        assertThat(Files.list(folder))
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactlyInAnyOrder("authority.pem", "ca.pem", "lock");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isMadeAnewWhereOthersCouldReadItsKeyOrItIsDamagedOrComesToItsEnd()
            throws IOException, GeneralSecurityException {
        var first = pem(home, NOW);
        Files.setPosixFilePermissions(home.resolve("authority.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        var second = pem(home, NOW);
        assertThat(second).isNotEqualTo(first);

        Files.writeString(home.resolve("authority.pem"), "half of it");
        var third = pem(home, NOW);
        assertThat(third).isNotEqualTo(second);

        var fourth = pem(home, NOW.plus(Duration.ofDays(3640)));
        assertThat(fourth).isNotEqualTo(third);
        assertThat(Files.readString(LocalAuthority.trust(home))).isEqualTo(fourth);
    }

    @Test
    void isTheSameForProcessesThatAskAtOnce() throws IOException, InterruptedException {
        var processes = new ArrayList<Process>();
        for (var number = 0; number < 3; number++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Asking.class.getName(),
                            home.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        var said = new ArrayList<String>();
        for (var process : processes) {
            said.add(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        var pem = Files.readString(LocalAuthority.trust(home));
        assertThat(said).isEqualTo(List.of(pem, pem, pem));
    }

    /** A process that asks for the authority in a folder, and prints it. */
    static final class Asking {

        private Asking() {}

        /** Asks for the one in the folder that is named. */
        public static void main(String... arguments) throws IOException, GeneralSecurityException {
            System.out.print(pem(Path.of(arguments[0]), Instant.now()));
        }
    }
}
