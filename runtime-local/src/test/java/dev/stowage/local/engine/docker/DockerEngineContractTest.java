package dev.stowage.local.engine.docker;

import dev.stowage.local.engine.Engine;
import dev.stowage.local.engine.EngineContract;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.HealthCheck;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;

/** Docker keeps the contract. */
@OnDocker
class DockerEngineContractTest extends EngineContract {

    private final Bench bench = Bench.open();

    @AfterEach
    void leaveNothing() {
        bench.close();
    }

    @Override
    protected Engine engine() {
        return bench.engine;
    }

    @Override
    protected ContainerDefinition definition(Kind kind) {
        var setup = setup(kind);
        var task = bench.book("t1", TaskSetup.of("shop", NetworkMode.NONE, setup));
        assert task.value().equals("t1");
        return setup.life();
    }

    private static ContainerSetup setup(Kind kind) {
        return switch (kind) {
            case SOUND -> Bench.idle("web");
            case STUBBORN -> Bench.shell("web", "trap '' TERM; while true; do sleep 1; done");
            case SHORT -> Bench.shell("web", "exit 3");
            case CHECKED ->
                Bench.idle("web")
                        .with(new HealthCheck(
                                List.of("CMD", "true"),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                3,
                                Duration.ZERO));
            case MISSING -> ContainerSetup.essential("web", "stowage-test/nowhere:1");
        };
    }

    @Override
    protected ContainerSeen await(ContainerId container, Predicate<ContainerSeen> wanted) {
        return bench.await(container, wanted);
    }

    @Override
    protected void ready(ContainerId container) {
        bench.ready(container);
    }
}
