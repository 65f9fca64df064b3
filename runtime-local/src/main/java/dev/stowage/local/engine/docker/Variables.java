package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.Environment;
import dev.stowage.local.stack.TaskSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The environment of a container, in the order in which ECS's agent puts it together: what is written, over it what every
 * task is told, over that the secrets. The environment of the image is under all of it.
 */
final class Variables {

    private static final String REGION = "AWS_REGION";
    private static final String DEFAULT_REGION = "AWS_DEFAULT_REGION";

    private Variables() {}

    /**
     * All of it, as {@code NAME=VALUE}.
     *
     * @param written what the definition says, with environment files and overrides
     * @param task the task
     * @param around what a container is told by the services around it
     * @param ofImage the names of the variables that the image sets
     */
    static List<String> of(Environment written, Booking task, Map<String, String> around, Set<String> ofImage) {
        var all = new LinkedHashMap<>(written.variables());
        var saysRegion = says(REGION, written, ofImage) || says(DEFAULT_REGION, written, ofImage);
        if (!saysRegion) {
            all.put(REGION, task.region());
            all.put(DEFAULT_REGION, task.region());
        }
        all.put("AWS_EXECUTION_ENV", execution(task.setup()));
        all.putAll(around);
        written.secrets().forEach((name, secret) -> all.put(name, secret.reveal()));
        return all.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList();
    }

    private static boolean says(String name, Environment written, Set<String> ofImage) {
        return written.variables().containsKey(name) || ofImage.contains(name);
    }

    private static String execution(TaskSetup setup) {
        return setup.fargate() ? "AWS_ECS_FARGATE" : "AWS_ECS_EC2";
    }
}
