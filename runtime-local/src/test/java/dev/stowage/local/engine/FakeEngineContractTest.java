package dev.stowage.local.engine;

import static java.time.Duration.ofMillis;

import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** The fake engine keeps the contract. */
class FakeEngineContractTest extends EngineContract {

    private final SimulatedClock clock = SimulatedClock.at(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeEngine engine = FakeEngine.on(clock, Faults.none());

    @Override
    protected Engine engine() {
        return engine;
    }

    @Override
    protected ContainerDefinition definition(Kind kind) {
        var definition = ContainerDefinition.essential("web", kind.name());
        engine.behaves(kind.name(), workload(kind));
        return kind == Kind.CHECKED ? definition.withHealthCheck() : definition;
    }

    private static Workload workload(Kind kind) {
        return switch (kind) {
            case SOUND, CHECKED -> Workload.SOUND;
            case STUBBORN -> Workload.SOUND.ignoringSignals();
            case SHORT -> Workload.SOUND.endingAfter(Duration.ofSeconds(1), 3);
            case MISSING -> Workload.SOUND.refused(ContainerError.cannotPull("no such image"));
        };
    }

    @Override
    protected ContainerSeen await(ContainerId container, Predicate<ContainerSeen> wanted) {
        for (var i = 0; i < 1_000; i++) {
            for (var seen : engine.changes()) {
                if (seen instanceof ContainerSeen it && it.container().equals(container) && wanted.test(it)) {
                    return it;
                }
            }
            clock.advance(ofMillis(100));
        }
        throw new AssertionError("not seen within 100 s");
    }

    @Override
    protected void ready(ContainerId container) {
        clock.advance(ofMillis(100));
    }
}
