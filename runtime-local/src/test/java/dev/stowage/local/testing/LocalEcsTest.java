package dev.stowage.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.stowage.local.cli.Hello;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.run.DockerMachine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users of JUnit expect of a stack around their tests, on a real engine. */
@OnDocker
class LocalEcsTest {

    private static final Map<String, String> PLAIN = Map.of();
    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled",
            "true",
            "junit.jupiter.execution.parallel.mode.default",
            "concurrent",
            "junit.jupiter.execution.parallel.config.strategy",
            "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism",
            "3");

    @BeforeAll
    static void hasAnImage() {
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
    }

    @Test
    void classesThatAreNestedShareTheRunAlsoSideBySide() {
        Shared.TASKS.clear();
        var tried = Tried.run(Shared.class, PARALLEL);

        assertThat(tried.failures()).isEmpty();
        assertThat(tried.passed()).hasSize(4);
        assertThat(Shared.TASKS).hasSize(2);
    }

    static class Shared {

        static final Set<String> TASKS = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        static final LocalEcs STACK = LocalEcs.of(new Hello("shared"));

        @Test
        void answers() {
            assertThat(STACK.get("/").body()).isEqualTo("shared\n");
            note();
        }

        @Test
        void isHandedToATestThatAsks(LocalEcs stack, URI address) {
            assertThat(stack).isSameAs(STACK);
            assertThat(address).isEqualTo(stack.address("front")).isEqualTo(stack.address("front", 80));
            note();
        }

        private static void note() {
            STACK.service("hello").tasks().forEach(task -> TASKS.add(task.id()));
        }

        @Nested
        class Inner {

            @Test
            void answers() {
                assertThat(STACK.get("/").body()).isEqualTo("shared\n");
                note();
            }
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Another {

            @Test
            void answers() {
                assertThat(STACK.get("/").body()).isEqualTo("shared\n");
                note();
            }
        }
    }

    @Test
    void aFieldThatIsNotStaticHasARunForEachTest() {
        OfItsOwn.TASKS.clear();
        var tried = Tried.run(OfItsOwn.class, PLAIN);

        assertThat(tried.failures()).isEmpty();
        assertThat(tried.passed()).hasSize(2);
        assertThat(OfItsOwn.TASKS).hasSize(4);
    }

    static class OfItsOwn {

        static final Set<String> TASKS = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        final LocalEcs stack = LocalEcs.of(new Hello("own"));

        @Test
        void one() {
            stack.service("hello").tasks().forEach(task -> TASKS.add(task.id()));
        }

        @Test
        void other() {
            stack.service("hello").tasks().forEach(task -> TASKS.add(task.id()));
        }
    }

    @Test
    void aStackThatDoesNotComeUpFailsWithOneMessageThatTellsWhyAndLeavesNothing() {
        var tried = Tried.run(Crashes.class, PLAIN);

        assertThat(tried.passed()).isEmpty();
        assertThat(tried.failures()).hasSize(1);
        assertThat(tried.failures().get(0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The stack did not become stable within 8 s.\n")
                .hasMessageContaining("service `worker`: ")
                .hasMessageContaining("(service worker) has started 1 tasks")
                .hasMessageContaining(
                        "STOPPED EssentialContainerExited: Essential container in task exited; work: exit code 3")
                .hasMessageContaining("    work | no queue to read");
        assertThat(DockerMachine.left()).noneMatch(run -> run.value().endsWith("-" + Crashes.NAME));
    }

    static class Crashes {

        static final String NAME = "crashes" + ProcessHandle.current().pid();

        @RegisterExtension
        static final LocalEcs STACK =
                LocalEcs.of(new Worker(NAME, "echo no queue to read; exit 3")).patience(Duration.ofSeconds(8));

        @Test
        void isNotAsked() {
            throw new IllegalStateException("it was");
        }
    }

    @Test
    @Behaviour("5.2")
    void whatATestDoesToAStackIsTold() {
        var tried = Tried.run(Does.class, PLAIN);

        assertThat(tried.failures()).isEmpty();
        assertThat(tried.passed()).hasSize(5);
        assertThat(tried.printed().lines().filter(line -> line.contains("LOCAL-")))
                .as("printed once, although deployed twice")
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    static class Does {

        @RegisterExtension
        static final LocalEcs STACK = LocalEcs.of(new Worker("does", "trap 'exit 0' TERM; sleep 1000 & wait"))
                .timeScale(200)
                .patience(Duration.ofSeconds(12));

        @Test
        void runsACommand() {
            var said = STACK.service("worker").exec("sh", "-c", "echo out; echo err >&2; exit 4");
            assertThat(said).isEqualTo(new LocalService.Output(4, List.of("out"), List.of("err")));
        }

        @Test
        void runsATaskOnce() {
            var task = STACK.run("worker", "sh", "-c", "echo from a task; exit 9");
            assertThat(task.exitCodes()).containsEntry("work", 9);
            assertThat(task.stopCode()).isEqualTo("EssentialContainerExited");
            assertThat(task.lines()).containsExactly("from a task");
        }

        @Test
        void tellsHowTasksEnded() {
            var worker = STACK.service("worker");
            worker.killOne();
            worker.awaitStable();
            assertThat(worker.ended()).anySatisfy(task -> {
                assertThat(task.exitCodes()).containsEntry("work", 137);
                assertThat(task.stopCode()).isEqualTo("EssentialContainerExited");
            });
        }

        @Test
        void refusesADeploymentThatComesToNothing() {
            assertThatThrownBy(() -> STACK.deploy(new Worker("does", "echo worse; exit 5")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("work | worse")
                    .hasMessageContaining("work: exit code 5");
        }

        @Test
        void handsOutWhatIsDifferentHere() {
            assertThat(STACK.findings())
                    .isNotEmpty()
                    .allMatch(one -> one.rule().value().startsWith("LOCAL-"));
        }
    }

    /** A service without a load balancer that runs that script. */
    private record Worker(String name, String script) implements Blueprint {

        @Override
        public App describe() {
            var network = Vpc.of("main", "10.0.0.0/16");
            var work = Container.of("work", Image.image(TestImages.BUSYBOX)).command("sh", "-c", script);
            var task = FargateTask.sized(QuarterVcpu.MB_512).container(work);
            return Stack.of(name, Cluster.of("main", network).service("worker", task));
        }
    }
}
