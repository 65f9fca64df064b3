package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that died, and the next one that finds what it left. */
@OnDocker
class RecoveryTest {

    private final Bench first = Bench.open();

    @AfterEach
    void leaveNothing() {
        first.close();
    }

    @Test
    @Behaviour("5.10")
    void aTaskThatIsLeftIsTakenOverWithItsAddress() {
        var setup = TaskSetup.of("shop", NetworkMode.AWSVPC, Bench.idle("web"));
        var task = first.up("t1", setup);
        first.engine.close();

        try (var second = Bench.again(first)) {
            var left = second.engine.left();
            assertThat(left).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(task);
                assertThat(one.service()).contains("shop");
                assertThat(one.startedBy()).isEqualTo("ecs-svc/1");
                assertThat(one.isRunning()).isTrue();
                assertThat(one.isOf(setup.revision(7))).isTrue();
                assertThat(one.isOf(TaskSetup.of("shop", NetworkMode.AWSVPC, Bench.shell("web", "exit 1"))))
                        .isFalse();
            });

            second.engine.adopt(left.get(0), second.booking(task, setup));

            assertThat(second.await(second.id(task, "web"), it -> true).status())
                    .isEqualTo(ContainerStatus.RUNNING);
            assertThat(second.engine.address(task)).isEqualTo(first.engine.address(task));
            assertThat(second.engine.left()).isEmpty();
            second.ready(second.id(task, "web"));
            assertThat(second.stop(second.id(task, "web"), Duration.ofSeconds(5))
                            .exitCode())
                    .hasValue(143);
        }
    }

    @Test
    @Behaviour("5.10")
    void theHostPortsOfATaskThatIsLeftAreKnownAgain() {
        var setup = TaskSetup.of("shop", NetworkMode.BRIDGE, Bench.idle("web").with(PortMapping.tcp(8080)));
        var task = first.up("t1", setup);
        first.engine.close();

        try (var second = Bench.again(first)) {
            second.engine.adopt(second.engine.left().get(0), second.booking(task, setup));

            var ports = second.engine.address(task).orElseThrow().bindings();
            assertThat(ports)
                    .hasSize(1)
                    .isEqualTo(first.engine.address(task).orElseThrow().bindings());
        }
    }

    @Test
    @Behaviour("5.10")
    void aTaskThatNobodyWantsIsRemovedAlone() {
        var setup = TaskSetup.of("shop", NetworkMode.NONE, Bench.idle("web"));
        var wanted = first.up("t1", setup);
        assertThat(first.up("t2", setup).value()).isEqualTo("t2");
        first.engine.close();

        try (var second = Bench.again(first)) {
            second.engine.left().stream()
                    .filter(one -> !one.id().equals(wanted))
                    .forEach(second.engine::discard);

            assertThat(second.engine.left()).extracting(LeftTask::id).isEqualTo(List.of(wanted));
        }
    }
}
