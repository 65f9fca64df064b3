package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.local.Behaviour;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an engine is found, and which version of its API is spoken, against a fake one that answers over HTTP. */
class DockerTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({"20.10.24,1.41,1.12,1.41", "24.0.7,1.43,1.12,1.43", "28.2.2,1.50,1.24,1.50", "29.0.0,1.52,1.44,1.51"})
    @Behaviour("2")
    void theHighestVersionThatBothSidesKnowIsSpoken(String version, String newest, String least, String spoken) {
        try (var daemon = FakeDaemon.version(version, newest, least);
                var docker = Docker.connect(daemon.address())) {
            assertThat(docker.facts().version()).isEqualTo(version);
            assertThat(docker.facts().api()).hasToString(spoken);
            assertThat(daemon.asked("GET", "/info"))
                    .singleElement()
                    .extracting(FakeDaemon.Asked::path)
                    .isEqualTo("/v" + spoken + "/info");
        }
    }

    @Test
    @Behaviour("2")
    void anEngineThatIsTooOldIsRefusedWithItsVersion() {
        try (var daemon = FakeDaemon.version("1.11.2", "1.23", "1.12")) {
            assertThatThrownBy(() -> Docker.connect(daemon.address()))
                    .isInstanceOf(EngineTrouble.class)
                    .hasMessage("Docker 1.11.2 speaks API 1.23, at least 1.24 is wanted");
        }
    }

    @Test
    @Behaviour("2")
    void anEngineThatIsTooNewIsRefusedWithItsVersion() {
        try (var daemon = FakeDaemon.version("40.0.0", "1.90", "1.80")) {
            assertThatThrownBy(() -> Docker.connect(daemon.address()))
                    .isInstanceOf(EngineTrouble.class)
                    .hasMessageContaining("Docker 40.0.0 speaks API 1.80 and newer");
        }
    }

    @Test
    void anEngineSaysHowItLimitsContainersAndWhereItRuns() {
        try (var daemon = FakeDaemon.version("27.3.1", "1.47", "1.24").info("2", "systemd", "Docker Desktop");
                var docker = Docker.connect(daemon.address())) {
            assertThat(docker.facts().cgroups()).isEqualTo(new EngineFacts.Cgroups(2, "systemd"));
            assertThat(docker.facts().isVirtual()).isTrue();
            assertThat(docker.facts().isApart()).isTrue();
            assertThat(docker.facts().architecture()).isEqualTo("amd64");
            assertThat(docker.facts().logDrivers()).contains("awslogs");
        }
    }

    @Test
    void anEngineWithoutRootKeepsItsNetworksToItself() {
        try (var daemon = FakeDaemon.version("27.3.1", "1.47", "1.24").rootless();
                var docker = Docker.connect(daemon.address())) {
            assertThat(docker.facts().isRootless()).isTrue();
            assertThat(docker.facts().isApart()).isTrue();
            assertThat(docker.facts().cgroups().nest()).isFalse();
        }
        try (var daemon = FakeDaemon.version("20.10.24", "1.41", "1.12");
                var docker = Docker.connect(daemon.address())) {
            assertThat(docker.facts().isApart()).isFalse();
        }
    }

    @Test
    void anAddressWhereNobodyAnswersIsNamed() throws IOException {
        var address = new EngineAddress(URI.create("tcp://127.0.0.1:" + unusedPort()), "DOCKER_HOST");

        assertThatThrownBy(() -> Docker.connect(address))
                .isInstanceOf(EngineTrouble.class)
                .hasMessageContaining("no Docker engine answers at " + address.uri() + " (from DOCKER_HOST)");
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aSocketThatIsNotThereIsNamedWithWhatToDo() {
        var address = EngineAddress.find(Map.of("DOCKER_HOST", "unix://" + home.resolve("no.sock")), home);

        assertThatThrownBy(() -> Docker.connect(address)).isInstanceOfSatisfying(EngineTrouble.class, trouble -> {
            assertThat(trouble).hasMessageContaining("there is no " + home.resolve("no.sock"));
            assertThat(trouble.diagnostic().fix().orElseThrow()).contains("systemctl start docker");
        });
    }

    @Test
    void aSocketWithoutPermissionIsNamedWithItsOwner() throws IOException {
        var socket = Files.createFile(home.resolve("docker.sock"));

        assertThat(EngineAddress.forbidden(socket))
                .hasMessageContaining("you have no permission on the Docker socket " + socket + ", which belongs to ");
    }

    @Test
    void anAddressThatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> EngineAddress.find(Map.of("DOCKER_HOST", "ssh://me@far"), home))
                .isInstanceOf(EngineTrouble.class)
                .hasMessageContaining("DOCKER_HOST is `ssh://me@far`");
    }

    @Test
    void anEngineOfAnotherMachineIsRefused() {
        assertThatThrownBy(() -> EngineAddress.find(Map.of("DOCKER_TLS_VERIFY", "1"), home))
                .isInstanceOf(EngineTrouble.class)
                .hasMessageContaining("the addresses of tasks are out of reach");
    }

    @Test
    void theContextThatTheUserChoseIsUsed() throws IOException {
        var folder = Files.createDirectories(
                home.resolve(".docker/contexts/meta/6bdcef3caa3a1ed38e8cc3ad5eaa9ef5b9f3ee24d5d9ac26d0fe03aa26c3a3f6"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"mine\"}");
        var hash = TaskNamesTest.sha256("mine");
        var meta = Files.move(folder, folder.resolveSibling(hash)).resolve("meta.json");
        Files.writeString(meta, "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://127.0.0.1:9\"}}}");

        var address = EngineAddress.find(Map.of(), home);

        assertThat(address.uri()).hasToString("tcp://127.0.0.1:9");
        assertThat(address.source()).isEqualTo("Docker context `mine`");
    }
}
