package dev.stowage.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.TargetComplaint;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why a service stops a task that somebody found unhealthy. */
@Behaviour("5.2")
class StoppingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TaskDefinition WEB =
            TaskDefinition.of("web", 1, ContainerDefinition.essential("web", "web:1"));
    private static final ServiceSpec SHOP = ServiceSpec.replica("shop", WEB, 1).behind(List.of("first", "second"));

    private static Task seen(Optional<TargetComplaint> complaint) {
        var assignment = new Assignment(Group.ofService("default", "shop"), "ecs-svc/1", Site.onFargate("a"), true);
        return Task.accepted(new TaskId("t1"), WEB, assignment, NOON)
                .saw(new TargetSeen(new TaskId("t1"), TargetHealth.INITIAL), NOON)
                .saw(new TargetSeen(new TaskId("t1"), TargetHealth.UNHEALTHY, complaint), NOON);
    }

    @Test
    void namesTheTargetGroupThatComplains() {
        var complaint = new TargetComplaint("second", 80, "Request timed out");

        assertThat(Stopping.unhealthy(seen(Optional.of(complaint)), SHOP)
                        .reason()
                        .reason())
                .isEqualTo("Task failed ELB health checks in (target-group second)");
    }

    @Test
    void namesTheFirstTargetGroupWhereNobodyKnowsWhichComplains() {
        assertThat(Stopping.unhealthy(seen(Optional.empty()), SHOP).reason().reason())
                .isEqualTo("Task failed ELB health checks in (target-group first)");
    }
}
