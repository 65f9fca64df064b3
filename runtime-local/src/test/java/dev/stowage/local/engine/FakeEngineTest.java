package dev.stowage.local.engine;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engine that only pretends, and is true to its workloads. */
class FakeEngineTest {

    private static final ContainerId WEB = new ContainerId(new TaskId("t1"), "web");
    private static final ContainerDefinition CHECKED =
            ContainerDefinition.essential("web", "web:1").withHealthCheck();

    private final SimulatedClock clock = SimulatedClock.at(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeEngine engine = FakeEngine.on(clock, Faults.none());

    private List<ContainerSeen> after(int seconds) {
        clock.advance(ofSeconds(seconds));
        return engine.changes().stream().map(ContainerSeen.class::cast).toList();
    }

    private FakeEngine started() {
        engine.begin(new Order.Start(WEB, 1, CHECKED));
        return engine;
    }

    @Test
    void startsAContainerAndFindsItHealthy() {
        assertThat(started().running()).isEmpty();
        assertThat(after(2)).extracting(ContainerSeen::status).contains(ContainerStatus.RUNNING);
        assertThat(after(20)).extracting(ContainerSeen::health).containsExactly(Health.HEALTHY);
    }

    @Test
    void tellsWhatItWillNotStart() {
        engine.behaves("web:1", Workload.SOUND.refused(ContainerError.cannotPull("no such tag")));

        assertThat(started().running()).isEmpty();
        assertThat(after(2))
                .last()
                .satisfies(seen -> assertThat(seen.error().orElseThrow().name()).isEqualTo("CannotPullContainerError"));
    }

    @Test
    void endsAtTheSignalWithExitCode143() {
        started();
        assertThat(after(2)).isNotEmpty();
        engine.begin(new Order.Stop(WEB, ofSeconds(30)));

        assertThat(after(1))
                .singleElement()
                .satisfies(seen -> assertThat(seen.exitCode()).hasValue(143));
    }

    @Test
    void isKilledAfterTheTimeoutWithExitCode137() {
        engine.behaves("web:1", Workload.SOUND.ignoringSignals());
        started();
        assertThat(after(20)).isNotEmpty();
        engine.begin(new Order.Stop(WEB, ofSeconds(30)));

        assertThat(after(29)).isEmpty();
        assertThat(after(1))
                .singleElement()
                .satisfies(seen -> assertThat(seen.exitCode()).hasValue(137));
    }

    @Test
    void tellsNothingOfAContainerThatVanished() {
        started();
        assertThat(after(20)).isNotEmpty();
        engine.vanish(WEB);

        assertThat(engine.changes()).isEmpty();
        assertThat(engine.everything()).isEmpty();
    }
}
