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
        var config = Files.writeString(folder.resolve("config"), """
                [default]
                region = eu-west-1
                [profile  held]
                aws_access_key_id = AKIA3
                aws_secret_access_key = secret3
                [profile deploy]
                role_arn = arn:aws:iam::123456789012:role/deploy
                source_profile = default
                """);
        var credentials = Files.writeString(folder.resolve("credentials"), """
                # mine
                [default]
                aws_access_key_id = AKIA1
                aws_secret_access_key = secret/1=
                [work]
                aws_access_key_id=ASIA2
                ; aws_session_token = old
                aws_secret_access_key=secret2
                aws_session_token=token2
                [deploy]
                aws_access_key_id = AKIA4
                aws_secret_access_key = secret4
                """);
        profiles = Profiles.in(credentials, config);
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
        assertThat(profiles.keys("deploy", Village.NOON)).isEmpty();
        assertThat(profiles.has("deploy")).isTrue();
        assertThat(profiles.keys("nobody", Village.NOON)).isEmpty();
        assertThat(profiles.has("nobody")).isFalse();
        assertThat(Profiles.in(folder.resolve("gone"), folder.resolve("gone")).keys("default", Village.NOON))
                .isEmpty();
    }

    @Test
    void theOtherFileMayHoldKeysToo() {
        assertThat(profiles.keys("held", Village.NOON).orElseThrow().id()).isEqualTo("AKIA3");
    }

    @Test
    void theFileLiesWhereItsVariableSays() {
        assertThat(Profiles.ofUser(name -> Optional.of("/keys/" + name)).file())
                .isEqualTo(Path.of("/keys/AWS_SHARED_CREDENTIALS_FILE"));
        assertThat(Profiles.ofUser(name -> Optional.empty()).file())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".aws", "credentials"));
    }
}
