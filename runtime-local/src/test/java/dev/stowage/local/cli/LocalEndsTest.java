package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.synth.cli.ExitCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How runs end, what follows them ends with them, and who gives up, on a real engine. */
@OnDocker
class LocalEndsTest {

    @RegisterExtension
    final Laptop laptop = new Laptop();

    @Test
    @Behaviour("5.4")
    void aSecondSignalEndsAtOnceWhatDoesNotHeedTheFirst() throws Exception {
        laptop.synth(new Script("trap '' TERM; echo deaf; sleep 1000 & wait; sleep 1000"));
        var up = laptop.up(Map.of(), "cdk.out");
        up.signal("TERM");
        var stopping = up.lines().readLine();
        while (stopping != null && !stopping.startsWith("Stopping, ")) {
            stopping = up.lines().readLine();
        }
        var from = System.nanoTime();
        up.signal("TERM");

        assertThat(up.rest()).anyMatch(line -> line.contains("work: exit code 137"));
        assertThat(up.process().waitFor()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(25));
    }

    @Test
    void logsAreFollowedIntoNewTasksAndUntilTheEndOfTheRun() throws Exception {
        laptop.fine("up", "-d", Laptop.SCALE);
        var follower = follow("logs", "-f");
        laptop.fine("scale", "hello=3");
        laptop.fine("down");

        var lines = follower.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3).allMatch(line -> line.endsWith("/web | says one"));
        assertThat(follower.waitFor()).isZero();
    }

    /** The engine sends what a container prints to CloudWatch every five seconds, and when the container ends. */
    @Test
    @Behaviour("3.5")
    void aLogGroupIsFollowedUntilTheEndOfTheRun() throws Exception {
        laptop.fine("up", "-d", Laptop.SCALE);
        assertThat(laptop.local(new Hello("one"), "logs", "--group", "no")).isEqualTo(ExitCode.USAGE);
        var there = laptop.said().strip();
        var group = there.substring(there.lastIndexOf(' ') + 1, there.length() - 1);
        var follower = follow("logs", "-f", "--group", group);
        laptop.fine("down");

        var lines = follower.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("hello/web/") && line.endsWith(" says one"));
        assertThat(follower.waitFor()).isZero();
    }

    @Test
    void whoeverFollowsLogsEndsQuietlyWhenNobodyReadsThem() throws Exception {
        laptop.synth(new Script("trap 'exit 0' TERM; while true; do echo again; sleep 0.2; done"));
        var up = laptop.up(Map.of(), "cdk.out");
        var follower = follow("logs", "-f");
        try (var lines = follower.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).endsWith(" | again");
        }

        assertThat(follower.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(follower.exitValue()).isZero();
        up.signal("TERM");
        assertThat(up.rest()).isNotEmpty();
        assertThat(up.process().waitFor()).isZero();
    }

    /** The user has a run that is up and one of which a network is left; that of another user is none of their business. */
    @Test
    void allRunsOfAUserEndAndThoseOfOthersDoNot() throws Exception {
        var options = List.of("-Duser.name=" + laptop.run());
        laptop.synth(new Script("trap 'exit 0' TERM; sleep 1000 & wait"));
        var lost = laptop.run() + "-lost";
        var others = laptop.run() + "-others";
        network(lost, laptop.run());
        network(others, "somebody");
        try {
            run(options, "local", "up", "-d", Laptop.SCALE, "--run", laptop.run(), "cdk.out");

            assertThat(run(options, "local", "down", "--all"))
                    .contains("Nothing of it is left.\n", "Removed what was left of the run `" + lost + "`.\n")
                    .doesNotContain(others);
            assertThat(run(options, "local", "down", "--all")).isEqualTo("There is no run.\n");
            assertThat(DockerMachine.left()).contains(new RunId(others)).doesNotContain(new RunId(lost));
        } finally {
            DockerMachine.sweep(new RunId(others));
            DockerMachine.sweep(new RunId(lost));
        }
    }

    private static void network(String run, String user) throws Exception {
        var words = List.of(
                "docker",
                "network",
                "create",
                "--internal",
                "--label",
                "dev.stowage.run=" + run,
                "--label",
                "dev.stowage.user=" + user,
                run);
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private Process follow(String... words) throws Exception {
        var all = new ArrayList<>(List.of("local", words[0], "--run", laptop.run()));
        all.addAll(List.of(words).subList(1, words.length));
        return laptop.process(Map.of(), List.of(), all.toArray(new String[0]));
    }

    private String run(List<String> options, String... words) throws Exception {
        var process = laptop.process(Map.of(), options, words);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A service without a load balancer that runs that script. */
    private record Script(String text) implements Blueprint {

        @Override
        public App describe() {
            var network = Vpc.of("main", "10.0.0.0/16");
            var work = Container.of("work", Image.image(TestImages.BUSYBOX)).command("sh", "-c", text);
            var task = FargateTask.sized(QuarterVcpu.MB_512).container(work);
            return Stack.of("script", Cluster.of("main", network).service("worker", task));
        }
    }
}
