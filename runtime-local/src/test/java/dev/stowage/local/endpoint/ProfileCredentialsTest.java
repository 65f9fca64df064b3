package dev.stowage.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a profile that holds none itself, from a program that stands for the AWS CLI. */
class ProfileCredentialsTest {

    private final AtomicReference<Instant> clock = new AtomicReference<>(Village.NOON);

    @TempDir
    private Path folder;

    private ProfileCredentials credentials;

    @BeforeEach
    void hasAProfileThatTakesARole() throws Exception {
        Files.writeString(folder.resolve("config"), """
                [profile deploy]
                role_arn = arn:aws:iam::123456789012:role/deploy
                source_profile = default
                """);
        credentials = of("deploy", folder.toString());
    }

    @Test
    @Behaviour("6.2")
    void comeFromTheAwsCliAndAreKeptUntilAQuarterOfAnHourBeforeTheirEnd() throws Exception {
        aws(
                "echo asked >> " + folder.resolve("asked"),
                "echo '" + document("ASIA1", "2026-11-20T13:00:00+00:00") + "'");

        var keys = credentials.of("any").orElseThrow();
        assertThat(keys.id()).isEqualTo("ASIA1");
        assertThat(keys.secret()).isEqualTo("of ASIA1");
        assertThat(keys.token()).contains("token");
        assertThat(keys.expires()).isEqualTo(Village.NOON.plus(Duration.ofHours(1)));
        clock.set(Village.NOON.plus(Duration.ofMinutes(44)));
        assertThat(credentials.of("any")).contains(keys);
        assertThat(folder.resolve("asked")).hasContent("asked");

        aws("echo '" + document("ASIA2", "2026-11-20T14:00:00Z") + "'");
        clock.set(Village.NOON.plus(Duration.ofMinutes(46)));
        assertThat(credentials.of("any").orElseThrow().id()).isEqualTo("ASIA2");
    }

    @Test
    void areAskedForByTheNameOfTheProfile() throws Exception {
        aws("echo \"$@\" > " + folder.resolve("words"), "echo '{}'");

        assertThat(credentials.of("any")).isEmpty();
        assertThat(folder.resolve("words"))
                .hasContent("configure export-credentials --profile deploy --format process");
        assertThat(credentials.why()).contains("its answer has no keys");
    }

    @Test
    void areGoodUntilTheirEndWhereTheSignInIsOver() throws Exception {
        aws("echo '" + document("ASIA1", "2026-11-20T13:00:00Z") + "'");
        assertThat(credentials.of("any")).isPresent();

        aws("echo The SSO session has expired >&2", "exit 255");
        clock.set(Village.NOON.plus(Duration.ofMinutes(50)));
        assertThat(credentials.of("any").orElseThrow().id()).isEqualTo("ASIA1");
        assertThat(credentials.why())
                .isEqualTo(
                        "`aws configure export-credentials --profile deploy` gives no keys: The SSO session has expired."
                                + " Where the profile signs in with IAM Identity Center, `aws sso login --profile deploy` does it"
                                + " again.");
        clock.set(Village.NOON.plus(Duration.ofMinutes(60)));
        assertThat(credentials.of("any")).isEmpty();
    }

    @Test
    void areAskedForOnceAMinuteAtMost() throws Exception {
        aws("echo asked >> " + folder.resolve("asked"), "exit 1");

        assertThat(credentials.of("any")).isEmpty();
        assertThat(credentials.of("any")).isEmpty();
        clock.set(Village.NOON.plus(Duration.ofSeconds(61)));
        assertThat(credentials.of("any")).isEmpty();
        assertThat(folder.resolve("asked")).hasContent("asked\nasked");
    }

    @Test
    void areMissingWithoutTheAwsCliWithTheReason() {
        assertThat(credentials.of("any")).isEmpty();
        assertThat(credentials.why())
                .isEqualTo("Profile `deploy` holds no keys itself, and `aws`, which would get them, is not on the PATH."
                        + " Install the AWS CLI, version 2, or put keys for `deploy` into "
                        + folder.resolve("credentials") + ".");

        var unknown = of("deplyo", folder.toString());
        assertThat(unknown.of("any")).isEmpty();
        assertThat(unknown.why()).startsWith("There is no profile `deplyo`.");
    }

    private ProfileCredentials of(String profile, String path) {
        var variables = Map.of(
                "AWS_CONFIG_FILE",
                folder.resolve("config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE",
                folder.resolve("credentials").toString(),
                "PATH",
                path);
        return ProfileCredentials.of(profile, name -> Optional.ofNullable(variables.get(name)), clock::get);
    }

    /** Has the program do that when it is asked. */
    private void aws(String... lines) throws Exception {
        var program = Files.writeString(folder.resolve("aws"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static String document(String id, String end) {
        return "{\"Version\":1,\"AccessKeyId\":\"" + id + "\",\"SecretAccessKey\":\"of " + id
                + "\",\"SessionToken\":\"token\",\"Expiration\":\"" + end + "\"}";
    }
}
