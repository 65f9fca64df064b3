package dev.stowage.local.event;

import dev.stowage.local.task.TargetComplaint;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that happened to a service.
 *
 * @param at when
 * @param name what kind of thing
 * @param message ECS's sentence about it
 */
public record ServiceEvent(Instant at, EventName name, String message) {

    /** Tasks were started. */
    public static ServiceEvent started(String service, List<TaskId> tasks, Instant at) {
        return new ServiceEvent(
                at,
                EventName.TASKS_STARTED,
                subject(service) + "has started " + tasks.size() + " tasks:" + list(tasks));
    }

    /** Running tasks were told to stop. */
    public static ServiceEvent stopped(String service, List<TaskId> tasks, Instant at) {
        var what = "has stopped " + tasks.size() + " running tasks:" + list(tasks);
        return new ServiceEvent(at, EventName.TASKS_STOPPED, subject(service) + what);
    }

    /** The zones of its tasks are uneven; {@code 2 tasks in a, and 0 in b}. */
    public static ServiceEvent uneven(String service, String balance, Instant at) {
        var what = "is not AZ balanced with " + balance + ". AZ Rebalancing in progress.";
        return new ServiceEvent(at, EventName.SERVICE_REBALANCING_STARTED, subject(service) + what);
    }

    /** The zones of its tasks are even again. */
    public static ServiceEvent even(String service, String balance, Instant at) {
        var what = "is AZ balanced with " + balance + ".";
        return new ServiceEvent(at, EventName.SERVICE_REBALANCING_COMPLETED, subject(service) + what);
    }

    /** Tasks were started in a zone that has too few. */
    public static ServiceEvent startedToEven(String service, List<TaskId> tasks, String zone, Instant at) {
        var what = " has started " + tasks.size() + " tasks in " + zone + " to AZ Rebalance: " + names(tasks) + ".";
        return new ServiceEvent(at, EventName.TASKS_STARTED, service + what);
    }

    /** Running tasks were told to stop in a zone that has too many. */
    public static ServiceEvent stoppedToEven(String service, List<TaskId> tasks, String zone, Instant at) {
        var what = " has stopped " + tasks.size() + " running tasks in " + zone + " due to AZ rebalancing: "
                + names(tasks) + ".";
        return new ServiceEvent(at, EventName.TASKS_STOPPED, service + what);
    }

    /** Tasks were put into a target group. */
    public static ServiceEvent registered(String service, int tasks, String targetGroup, Instant at) {
        var what = "registered " + tasks + " targets in (target-group " + targetGroup + ")";
        return new ServiceEvent(at, EventName.TARGETS_CHANGED, subject(service) + what);
    }

    /** Tasks get no new requests any more. */
    public static ServiceEvent draining(String service, int tasks, Instant at) {
        var what = "has begun draining connections on " + tasks + " tasks.";
        return new ServiceEvent(at, EventName.TARGETS_CHANGED, subject(service) + what);
    }

    /** Tasks were taken out of a target group. */
    public static ServiceEvent deregistered(String service, int tasks, String targetGroup, Instant at) {
        var what = "deregistered " + tasks + " targets in (target-group " + targetGroup + ")";
        return new ServiceEvent(at, EventName.TARGETS_CHANGED, subject(service) + what);
    }

    /** Everything is as it should be. */
    public static ServiceEvent steady(String service, Instant at) {
        return new ServiceEvent(at, EventName.SERVICE_STEADY_STATE, subject(service) + "has reached a steady state.");
    }

    /** A deployment reached its end. */
    public static ServiceEvent completed(String service, String deployment, Instant at) {
        var what = "(deployment " + deployment + ") deployment completed.";
        return new ServiceEvent(at, EventName.SERVICE_DEPLOYMENT_COMPLETED, subject(service) + what);
    }

    /** A deployment was given up; {@code tasks failed to start.} */
    public static ServiceEvent failed(String service, String deployment, String cause, Instant at) {
        var what = "(deployment " + deployment + ") deployment failed: " + cause;
        return new ServiceEvent(at, EventName.SERVICE_DEPLOYMENT_FAILED, subject(service) + what);
    }

    /** The last deployment that was completed is made again. */
    public static ServiceEvent rollingBack(String service, String deployment, Instant at) {
        var what = "rolling back to deployment " + deployment + ".";
        return new ServiceEvent(at, EventName.SERVICE_DEPLOYMENT_IN_PROGRESS, subject(service) + what);
    }

    /** Tasks fail to start again and again; the next try waits. */
    public static ServiceEvent impaired(String service, Instant at) {
        var what = "is unable to consistently start tasks successfully.";
        return new ServiceEvent(at, EventName.SERVICE_TASK_START_IMPAIRED, subject(service) + what);
    }

    /** A target group found a task unhealthy. */
    public static ServiceEvent unhealthy(String service, TargetComplaint by, Instant at) {
        var port = by.port() == 0 ? "" : "(port " + by.port() + ") ";
        var what = "service " + service + " " + port + "is unhealthy in (target-group " + by.targetGroup()
                + ") due to (reason " + by.reason() + ").";
        return new ServiceEvent(at, EventName.SERVICE_TASK_UNHEALTHY, what);
    }

    /** A container's own check found a task unhealthy. */
    public static ServiceEvent unhealthy(String service, TaskId task, Instant at) {
        var what = "(task " + task + ") failed container health checks.";
        return new ServiceEvent(at, EventName.SERVICE_TASK_UNHEALTHY, subject(service) + what);
    }

    /** The bounds of the deployment leave no room for a first step. */
    public static ServiceEvent blocked(String service, Instant at) {
        var what = "was unable to stop or start tasks during a deployment because of the service deployment"
                + " configuration. Update the minimumHealthyPercent or maximumPercent value and try again.";
        return new ServiceEvent(at, EventName.SERVICE_TASK_CONFIGURATION_FAILURE, subject(service) + what);
    }

    /** Fewer tasks are wanted than are protected. */
    public static ServiceEvent protectedTasks(String service, String deployment, Instant at) {
        var what = "was unable to reach steady state because task set (" + deployment + ") was unable to scale in."
                + " Reason: The number of protected tasks are more than the desired count of tasks.";
        return new ServiceEvent(at, EventName.SERVICE_TASK_CONFIGURATION_FAILURE, subject(service) + what);
    }

    /** No instance takes a task, and there is none. */
    public static ServiceEvent unplaced(String service, Instant at) {
        var what = unplaced(service) + "Reason: No Container Instances were found in your cluster.";
        return new ServiceEvent(at, EventName.SERVICE_TASK_PLACEMENT_FAILURE, what);
    }

    /** No instance takes a task; this one comes closest, and that is what it lacks. */
    public static ServiceEvent unplaced(String service, String closest, String lack, Instant at) {
        var what = unplaced(service) + "The closest matching container-instance " + closest + " " + lack + ".";
        return new ServiceEvent(at, EventName.SERVICE_TASK_PLACEMENT_FAILURE, what);
    }

    private static String unplaced(String service) {
        return "service " + service
                + " was unable to place a task because no container instance met all of its requirements. ";
    }

    private static String subject(String service) {
        return "(service " + service + ") ";
    }

    private static String names(List<TaskId> tasks) {
        return tasks.stream().map(TaskId::value).collect(Collectors.joining(", "));
    }

    private static String list(List<TaskId> tasks) {
        var text = new StringBuilder();
        for (var task : tasks) {
            text.append(" (task ").append(task).append(')');
        }
        return text.append('.').toString();
    }
}
