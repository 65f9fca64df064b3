package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from a registry that listens on the loopback of this machine, on a real engine. */
@OnDocker
class RegistryOnDockerTest {

    private static final String WRONG = "wrong-password";

    @TempDir
    private static Path shared;

    private static LoopbackRegistry registry;
    private static String image;

    private final Docker docker = Docker.connect();
    private final Queue<ImageProgress> progress = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        registry = LoopbackRegistry.guarded(shared.resolve("registry"));
        try (var docker = Docker.connect()) {
            image = registry.push(docker, TestImages.busybox(docker), "team/app");
        }
    }

    @AfterAll
    static void end() {
        Optional.ofNullable(registry).ifPresent(LoopbackRegistry::close);
    }

    private ImageFacts pulled(String config, String name, String platform, Optional<Hidden> login) throws IOException {
        registry.forget(docker, name);
        Files.writeString(folder.resolve("config.json"), config);
        return images().ensure(name, platform, login, () -> {});
    }

    private Images images() {
        var logins = new MachineLogins(folder.resolve("config.json"), CredentialHelper.PROGRAM);
        return new Images(docker, PullPolicy.LOCAL, logins, progress::add);
    }

    /** What a user is told where that is not to be had; nowhere in it is a password. */
    private Diagnostic refused(String config, String name, Optional<Hidden> login) {
        var failure = catchThrowableOfType(PullFailure.class, () -> pulled(config, name, "", login));
        assertThat(failure).isNotNull();
        var told = Explanation.absent(failure, ContainerSetup.essential("web", name));
        assertThat(told.rule().value()).isEqualTo("LOCAL-REGISTRY");
        assertThat(told.toString() + failure).doesNotContain(LoopbackRegistry.PASSWORD, WRONG);
        return told;
    }

    private static String auths(String password) {
        var pair = LoopbackRegistry.USER + ":" + password;
        var auth = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return "{\"auths\":{\"" + registry.host() + "\":{\"auth\":\"" + auth + "\"}}}";
    }

    private static Optional<Hidden> secret(String password) {
        return Optional.of(
                Hidden.of("{\"username\":\"" + LoopbackRegistry.USER + "\",\"password\":\"" + password + "\"}"));
    }

    @Test
    @Behaviour("5.7")
    void anImageIsPulledWithTheLoginOfTheDockerConfigurationAndThatIsShown() throws IOException {
        var facts = pulled(auths(LoopbackRegistry.PASSWORD), image, "", Optional.empty());

        assertThat(facts.digest()).get().asString().startsWith("sha256:");
        assertThat(progress)
                .extracting(ImageProgress::status)
                .contains("Pulling from team/app", "Status: Downloaded newer image for " + image);
    }

    @Test
    @Behaviour("3.1")
    void whatATagMeantWhenADeploymentBeganIsPulledAgainByItsDigest() throws Exception {
        var config = auths(LoopbackRegistry.PASSWORD);
        var name = registry.push(docker, TestImages.busybox(docker), "team/moving");
        var pin = pulled(config, name, "", Optional.empty());
        registry.forget(docker, name);
        var other = "stowage-test/moved-" + ProcessHandle.current().pid() + ":1";
        var id = TestImages.variant(docker, other, "moved");
        assertThat(registry.push(docker, other, "team/moving")).isEqualTo(name);
        TestImages.remove(other);

        assertThat(pulled(config, name, "", Optional.empty()).id()).isEqualTo(id);
        var again = images().again(pin, name, "", Optional.empty());
        TestImages.remove(id);

        assertThat(again.reference()).isEqualTo(pin.id());
        assertThat(again.digest()).isEqualTo(pin.digest());
    }

    @Test
    @Behaviour("3.1")
    void theSecretOfATaskLogsIn() throws IOException {
        assertThat(pulled("{}", image, "", secret(LoopbackRegistry.PASSWORD)).digest())
                .isPresent();
    }

    @Test
    @Behaviour("5.8")
    void aRegistryThatWantsALoginSaysSo() {
        var told = refused("{}", image, Optional.empty());

        assertThat(told.message()).endsWith("its registry " + registry.host() + " wants a login");
        assertThat(told.fix().orElseThrow()).startsWith("Run `docker login " + registry.host() + "`");
    }

    @Test
    @Behaviour("5.8")
    void aWrongPasswordIsToldWithWhereItComesFrom() {
        assertThat(refused("{}", image, secret(WRONG)).message())
                .endsWith(" refuses the login from the secret of RepositoryCredentials");
        assertThat(refused(auths(WRONG), image, Optional.empty()).message())
                .endsWith(" refuses the login from `docker login`");
    }

    @Test
    @Behaviour("5.8")
    void anImageOrATagThatTheRegistryDoesNotHaveIsToldSo() {
        var config = auths(LoopbackRegistry.PASSWORD);

        for (var name : List.of("/team/nowhere:1", "/team/app:2")) {
            assertThat(refused(config, registry.host() + name, Optional.empty()).message())
                    .isEqualTo(
                            "image `" + registry.host() + name + "` of container `web` is not on this machine, and its"
                                    + " registry " + registry.host() + " does not have it");
        }
    }

    @Test
    @Behaviour("3.2")
    void anImageThatTheRegistryHasForAnotherArchitectureAloneIsToldSo() throws Exception {
        var list = registry.list("team/app", docker.facts().architecture(), "multi");
        var config = auths(LoopbackRegistry.PASSWORD);

        assertThat(pulled(config, list, "", Optional.empty()).digest()).isPresent();
        registry.forget(docker, list);
        var failure = catchThrowableOfType(
                PullFailure.class, () -> pulled(config, list, "linux/" + other(), Optional.empty()));

        var told = Explanation.absent(failure, ContainerSetup.essential("web", list));
        assertThat(told.rule().value()).isEqualTo("LOCAL-ARCH");
        assertThat(told.message()).contains("has it for other architectures alone", "linux/" + other());
    }

    private String other() {
        return docker.facts().architecture().equals("amd64") ? "arm64" : "amd64";
    }

    @Test
    void aHelperThatCannotBeAskedIsNamedWhereItsLoginIsMissing() {
        assertThat(refused("{\"credsStore\":\"stowage-nowhere\"}", image, Optional.empty())
                        .message())
                .contains("wants a login: `docker-credential-stowage-nowhere`");
    }
}
