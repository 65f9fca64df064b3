package dev.stowage.local.place;

import dev.stowage.local.task.Task;
import java.util.List;

/** On what tasks run. */
public sealed interface Launch {

    /**
     * On Fargate, where each task gets the zone with the fewest tasks of its group.
     *
     * @param zones the zones of the subnets, in their order
     */
    record OnFargate(List<String> zones) implements Launch {

        /** The zone with the fewest of these tasks, of several the first. */
        public String emptiest(List<Task> tasks) {
            var best = zones.get(0);
            for (var zone : zones) {
                best = tasksIn(zone, tasks) < tasksIn(best, tasks) ? zone : best;
            }
            return best;
        }

        private static int tasksIn(String zone, List<Task> tasks) {
            var count = 0;
            for (var task : tasks) {
                count += task.assignment().site().zone().equals(zone) ? 1 : 0;
            }
            return count;
        }
    }

    /**
     * On the container instances of the cluster.
     *
     * @param placement which of them
     */
    record OnInstances(Placement placement) implements Launch {}
}
