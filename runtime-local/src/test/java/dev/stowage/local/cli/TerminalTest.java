package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code local exec} at a terminal, which a program of Python plays, on a real engine. */
@OnDocker
class TerminalTest {

    private static final String RUN =
            "test-tty-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private static final String TEMPLATE = """
            Resources:
              Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: web
                  NetworkMode: none
                  ContainerDefinitions:
                    - {Name: app, Image: IMAGE, Memory: 32, StopTimeout: 2, Command: [sleep, '1000']}
              Web:
                Type: AWS::ECS::Service
                Properties: {ServiceName: web, Cluster: !Ref Cluster, DesiredCount: 1, TaskDefinition: !Ref Task}
            """.replace("IMAGE", TestImages.BUSYBOX);

    @TempDir
    private static Path folder;

    private static LocalProcess local;

    @BeforeAll
    static void isUp() throws Exception {
        Assumptions.assumeTrue(
                LocalProcess.has("python3") || Boolean.getBoolean("stowage.ci"),
                "there is no python3, which plays terminals");
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
        local = LocalProcess.in(folder).with("shop.yaml", TEMPLATE);
        local.fine("local", "up", "shop.yaml", "-d", "--run", RUN, "--time-scale=50");
    }

    @AfterAll
    static void isDown() throws Exception {
        if (LocalProcess.has("python3")) {
            local.fine("local", "down", "--run", RUN);
        }
    }

    /** What a terminal tells after these steps, at which that line of a shell runs in the container. */
    private static String told(String line, String... steps) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("python3", script(), "env"));
        words.addAll(local.line("local", "exec", "--run", RUN, "web", "--", "sh", "-c", line));
        var process = local.builder(words).start();
        try (var input = process.getOutputStream()) {
            input.write(String.join("\n", steps).getBytes(StandardCharsets.UTF_8));
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private static String script() {
        return Path.of(TerminalTest.class.getResource("terminal.py").getPath()).toString();
    }

    @Test
    @Behaviour("2")
    void aCommandSeesTheSizeOfTheTerminalAndItsChangesAndGetsWhatIsTyped() throws Exception {
        var line = "until [ \"$(busybox stty size)\" = '31 97' ]; do sleep 0.1; done; echo first size;"
                + " until [ \"$(busybox stty size)\" = '40 120' ]; do sleep 0.1; done; echo second size;"
                + " read word; echo \"got <$word>\"; exit 7";

        assertThat(told(
                        line,
                        "await first size",
                        "raw",
                        "size 40 120",
                        "await second size",
                        "type hello\\r",
                        "await got <hello>",
                        "end"))
                .isEqualTo("exit 7\nterminal as before\n");
    }

    @Test
    void controlCIsForTheCommand() throws Exception {
        var line = "trap 'echo interrupted; exit 9' INT; echo ready; while true; do sleep 0.1; done";

        assertThat(told(line, "await ready", "raw", "type \\x03", "await interrupted", "end"))
                .isEqualTo("exit 9\nterminal as before\n");
    }

    @Test
    void whoeverEndsTheProcessGetsTheTerminalBack() throws Exception {
        assertThat(told("echo ready; sleep 5", "await ready", "raw", "signal TERM", "end"))
                .isEqualTo("exit 143\nterminal as before\n");
    }

    @Test
    void whereTheCommandIsKilledTheTerminalComesBackWithItsExitCode() throws Exception {
        assertThat(told("echo ready; kill -9 $$", "await ready", "end")).isEqualTo("exit 137\nterminal as before\n");
    }
}
