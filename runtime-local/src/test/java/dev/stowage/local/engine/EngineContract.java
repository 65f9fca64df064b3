package dev.stowage.local.engine;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every engine does with orders about containers, a real one and a fake one. */
public abstract class EngineContract {

    /** How a container behaves once it is started. */
    protected enum Kind {
        /** Runs, and ends with 143 at its signal. */
        SOUND,
        /** Runs, and does not heed its signal. */
        STUBBORN,
        /** Ends by itself with exit code 3. */
        SHORT,
        /** Runs, and its check finds it healthy. */
        CHECKED,
        /** Has an image that is nowhere. */
        MISSING
    }

    private static final ContainerId WEB = new ContainerId(new TaskId("t1"), "web");

    /** The engine under test. */
    protected abstract Engine engine();

    /** A definition of a container of that kind, which the engine can run as container {@code web} of task {@code t1}. */
    protected abstract ContainerDefinition definition(Kind kind);

    /** Waits for something like that among the changes; fails where it does not come. */
    protected abstract ContainerSeen await(ContainerId container, Predicate<ContainerSeen> wanted);

    /** Waits until a container that runs heeds its signal. */
    protected abstract void ready(ContainerId container);

    private ContainerSeen awaitStatus(ContainerStatus status) {
        return await(WEB, seen -> seen.status() == status);
    }

    private void start(Kind kind) {
        engine().begin(new Order.Start(WEB, 1, definition(kind)));
    }

    private Optional<ContainerSeen> found() {
        return engine().everything().stream()
                .filter(ContainerSeen.class::isInstance)
                .map(ContainerSeen.class::cast)
                .filter(seen -> seen.container().equals(WEB))
                .findFirst();
    }

    @Test
    @Behaviour("5.1")
    void aContainerThatIsStartedComesToRun() {
        start(Kind.SOUND);

        var seen = awaitStatus(ContainerStatus.RUNNING);

        assertThat(seen.run()).isEqualTo(1);
        assertThat(found()).get().extracting(ContainerSeen::status).isEqualTo(ContainerStatus.RUNNING);
    }

    @Test
    void aContainerIsAmongEverythingFromItsOrderOn() {
        start(Kind.SOUND);

        assertThat(found()).isPresent();
    }

    @Test
    @Behaviour("5.4")
    void aContainerThatHeedsItsSignalEndsWithItsOwnCode() {
        start(Kind.SOUND);
        assertThat(awaitStatus(ContainerStatus.RUNNING).exitCode()).isEmpty();
        ready(WEB);
        engine().begin(new Order.Stop(WEB, ofSeconds(20)));

        assertThat(awaitStatus(ContainerStatus.STOPPED).exitCode()).hasValue(143);
    }

    @Test
    @Behaviour("5.4")
    void aContainerThatDoesNotHeedItsSignalIsKilledAfterItsTimeout() {
        start(Kind.STUBBORN);
        assertThat(awaitStatus(ContainerStatus.RUNNING).exitCode()).isEmpty();
        engine().begin(new Order.Stop(WEB, ofSeconds(1)));

        assertThat(awaitStatus(ContainerStatus.STOPPED).exitCode()).hasValue(137);
    }

    @Test
    void aContainerThatEndsByItselfTellsItsExitCode() {
        start(Kind.SHORT);

        var seen = awaitStatus(ContainerStatus.STOPPED);

        assertThat(seen.exitCode()).hasValue(3);
        assertThat(seen.error()).isEmpty();
    }

    @Test
    @Behaviour("5.5")
    void aContainerThatEndedIsStartedAgainAsItsNextRun() {
        start(Kind.SHORT);
        assertThat(awaitStatus(ContainerStatus.STOPPED).run()).isEqualTo(1);
        engine().begin(new Order.Start(WEB, 2, definition(Kind.SHORT)));

        var seen = await(WEB, it -> it.run() == 2 && it.status() == ContainerStatus.STOPPED);

        assertThat(seen.exitCode()).hasValue(3);
    }

    @Test
    @Behaviour("5.6")
    void aCheckOfTheDefinitionIsTold() {
        start(Kind.CHECKED);

        var seen = await(WEB, it -> it.health() == Health.HEALTHY);

        assertThat(seen.status()).isEqualTo(ContainerStatus.RUNNING);
    }

    @Test
    @Behaviour("5.8")
    void anImageThatIsNowhereIsAnErrorOfThePull() {
        start(Kind.MISSING);

        var seen = awaitStatus(ContainerStatus.STOPPED);

        assertThat(seen.error().orElseThrow().name()).isEqualTo("CannotPullContainerError");
        assertThat(seen.exitCode()).isEmpty();
    }

    @Test
    void aContainerThatNobodyStartedHasVanished() {
        engine().begin(new Order.Stop(WEB, ofSeconds(1)));

        assertThat(awaitStatus(ContainerStatus.STOPPED).error()).contains(ContainerError.vanished());
    }

    @Test
    @Behaviour("5.9")
    void whatIsRemovedIsNotAmongEverything() {
        start(Kind.SHORT);
        assertThat(awaitStatus(ContainerStatus.STOPPED).run()).isEqualTo(1);
        engine().begin(new Order.Remove(WEB.task()));

        assertThat(untilGone()).isEmpty();
    }

    private List<Seen> untilGone() {
        var end = System.nanoTime() + ofSeconds(20).toNanos();
        while (found().isPresent() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return engine().everything();
    }
}
