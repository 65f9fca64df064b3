package dev.stowage.dsl.service;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.observe.Signal;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * Leaves deployments to somebody else, who makes task sets: the external deployment controller of ECS. The service itself then
 * says no more than its cluster and count; task definition, capacity, network and target group belong to each task set, so
 * that a program outside hands them over. Everything that a task set names is made here, and the stack shows, as the output
 * {@code <Service>TaskSet}, the command of the AWS CLI that makes one of it.
 *
 * <p>ECS has no service auto scaling, circuit breaker, Service Connect and disks for such a service, and a task set has one
 * target group.
 */
@ValueStyle
@Value.Immutable
public sealed interface TaskSets extends Deployment permits ImmutableTaskSets {

    /** Task sets of others. */
    static TaskSets of(Lines lines) {
        return ImmutableTaskSets.of(lines);
    }

    /**
     * Has the stack make a task set of all the service's tasks and name it primary. A change that ECS takes only in a new task
     * set, such as another image, makes the new one beside the old one, and deletes the old one when it is primary no longer:
     * CloudFormation waits until its tasks are healthy.
     */
    default TaskSets madeHere() {
        return ImmutableTaskSets.copyOf(this).withIsMadeHere(true).withLines(lines().and("madeHere"));
    }

    @Override
    @Value.Auxiliary
    Lines lines();

    /** Whether the stack makes a task set. */
    @Value.Default
    default boolean isMadeHere() {
        return false;
    }

    @Override
    default List<Signal> signals() {
        return List.of();
    }

    @Override
    default boolean isByEcs() {
        return false;
    }
}
