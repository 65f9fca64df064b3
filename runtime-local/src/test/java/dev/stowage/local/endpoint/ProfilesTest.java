package dev.stowage.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiles of AWS's file of credentials. */
class ProfilesTest {

    @TempDir
    private Path folder;

    private Profiles profiles;

    @BeforeEach
    void hasAFile() throws Exception {
        profiles = Profiles.in(Files.writeString(folder.resolve("credentials"), """
                # mine
                [default]
                aws_access_key_id = AKIA1
                aws_secret_access_key = secret/1=
                [work]
                aws_access_key_id=ASIA2
                ; aws_session_token = old
                aws_secret_access_key=secret2
                aws_session_token=token2
                [sso]
                region = eu-west-1
                """));
    }

    @Test
    @Behaviour("6.2")
    void theKeysOfAProfileAreGiven() {
        var keys = profiles.keys("default", Village.NOON).orElseThrow();

        assertThat(keys.id()).isEqualTo("AKIA1");
        assertThat(keys.secret()).isEqualTo("secret/1=");
        assertThat(keys.token()).isEmpty();
        assertThat(keys.expires()).isAfter(Village.NOON.plus(Duration.ofDays(365)));
    }

    @Test
    void theKeysOfASessionAreAskedForAgainAfterAnHour() {
        var keys = profiles.keys("work", Village.NOON).orElseThrow();

        assertThat(keys.token()).contains("token2");
        assertThat(keys.expires()).isEqualTo(Village.NOON.plus(Duration.ofHours(1)));
        assertThat(keys.toString()).isEqualTo("Keys[ASIA2]");
    }

    @Test
    void aProfileThatSignsInAnotherWayHasNone() {
        assertThat(profiles.keys("sso", Village.NOON)).isEmpty();
        assertThat(profiles.keys("nobody", Village.NOON)).isEmpty();
        assertThat(Profiles.in(folder.resolve("gone")).keys("default", Village.NOON))
                .isEmpty();
    }

    @Test
    void theFileLiesWhereItsVariableSays() {
        assertThat(Profiles.ofUser(name -> Optional.of("/keys/" + name)).file())
                .isEqualTo(Path.of("/keys/AWS_SHARED_CREDENTIALS_FILE"));
        assertThat(Profiles.ofUser(name -> Optional.empty()).file())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".aws", "credentials"));
    }
}
