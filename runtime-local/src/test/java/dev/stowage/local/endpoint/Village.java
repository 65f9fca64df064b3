package dev.stowage.local.endpoint;

import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.Roles;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.TaskSize;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One task of a service {@code shop}, with a container {@code web} beside its pause container. */
final class Village implements Residents {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final TaskId TASK = new TaskId("0f3a");
    static final ContainerId WEB = new ContainerId(TASK, "web");
    static final String ADDRESS = "10.0.1.7";

    private static final Home HOME = new Home("eu-west-1", "123456789012");

    private final List<String> wishes = new ArrayList<>();
    private Resident resident;

    private Village(Resident resident) {
        this.resident = resident;
    }

    static Village of(Roles roles) {
        var plain = TaskSetup.of("shop", NetworkMode.AWSVPC, ContainerSetup.essential("web", "shop/web:7"))
                .with(TaskSize.of(512, 1024));
        var setup = new TaskSetup(
                plain.definition(),
                plain.arn(),
                plain.fargate(),
                plain.network(),
                plain.size(),
                plain.processes(),
                plain.memory(),
                roles,
                plain.platform(),
                plain.containers(),
                plain.volumes(),
                plain.tags());
        var site = Site.onFargate("eu-west-1a");
        var task = Task.accepted(
                TASK,
                setup.definition(),
                new Assignment(Group.ofService("shop", "shop"), "ecs-svc/1", site, false),
                NOON);
        for (var container : setup.definition().containers()) {
            var id = new ContainerId(TASK, container.name());
            task = task.saw(ContainerSeen.at(id, 1, container.steady(), NOON.plusSeconds(2)), NOON);
        }
        var network = new Interface(ADDRESS, "02:42:0a:00:01:07", "10.0.1.0/24", "10.0.0.1/16");
        return new Village(new Resident(
                task,
                setup,
                HOME,
                HOME.arn("ecs", "task/dev/" + TASK),
                "dev",
                Optional.of("shop"),
                Optional.of(network),
                Map.of(TaskDefinition.PAUSE, made("aaaa", "pause"), "web", made("bbbb", "web"))));
    }

    private static Made made(String id, String name) {
        return new Made(
                id.repeat(16),
                "ecs-shop-7-" + name + "-b2e0c4d19af3",
                "sha256:0c27",
                Map.of("com.amazonaws.ecs.cluster", "dev"),
                NOON.plusSeconds(1),
                "awslogs",
                Map.of("awslogs-group", "/ecs/shop"),
                List.of());
    }

    /** What was asked of the service, in order. */
    List<String> wishes() {
        return wishes;
    }

    @Override
    public List<Resident> all() {
        return List.of(resident);
    }

    @Override
    public Optional<String> stats(ContainerId container) {
        return container.equals(WEB) ? Optional.of("{\"read\":\"now\"}") : Optional.empty();
    }

    @Override
    public void protect(TaskId task, Instant until) {
        wishes.add("protect " + task + " for " + Duration.between(NOON, until).toMinutes() + " min");
        resident = new Resident(
                resident.task().protectedUntil(until),
                resident.setup(),
                HOME,
                resident.arn(),
                resident.cluster(),
                resident.service(),
                resident.network(),
                resident.made());
    }

    @Override
    public void unprotect(TaskId task) {
        wishes.add("unprotect " + task);
    }
}
