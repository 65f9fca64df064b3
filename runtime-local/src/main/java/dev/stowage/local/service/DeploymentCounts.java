package dev.stowage.local.service;

import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A deployment with the numbers of its tasks, as {@code DescribeServices} shows it. How it goes, why, and how many of its
 * tasks failed is in the deployment.
 *
 * @param deployment the deployment
 * @param status {@code PRIMARY}, or {@code ACTIVE} while it is being replaced
 * @param desired how many tasks are wanted of it; of one that is being replaced, those that were not told to stop yet
 * @param pending how many of these do not run yet
 * @param running how many of these run
 */
public record DeploymentCounts(Deployment deployment, String status, int desired, int pending, int running) {

    static List<DeploymentCounts> of(Service service, List<Task> tasks) {
        var all = new ArrayList<DeploymentCounts>();
        for (var deployment : service.rollout().all()) {
            var live = tasks.stream()
                    .filter(task ->
                            task.isLive() && task.assignment().startedBy().equals(deployment.id()))
                    .toList();
            var pending = (int)
                    live.stream().filter(task -> task.status().isPending()).count();
            var isPrimary = all.isEmpty();
            var desired = isPrimary ? service.desired(live.size()) : live.size();
            all.add(new DeploymentCounts(
                    deployment, isPrimary ? "PRIMARY" : "ACTIVE", desired, pending, live.size() - pending));
        }
        return all;
    }
}
