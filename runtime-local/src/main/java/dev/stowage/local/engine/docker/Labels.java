package dev.stowage.local.engine.docker;

import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskDefinition;
import java.util.Map;
import java.util.TreeMap;

/** The labels by which containers, networks, volumes and images are known again, by ECS's agent and by us. */
final class Labels {

    /** Of which run something is. Everything that a run makes carries it, except what runs share. */
    static final String RUN = "dev.stowage.run";

    /** Which user of this machine made it; runs of others are not to be taken for lost ones. */
    static final String USER = "dev.stowage.user";

    /** What a thing that runs share is for: {@code link-local}. */
    static final String SHARED = "dev.stowage.shared";

    /** Which of the further addresses that this machine has for a run a network is for: 1, 2, ... */
    static final String DOOR = "dev.stowage.door";

    /** What an image that we made is for: {@code pause}. */
    static final String IMAGE = "dev.stowage.image";

    static final String TASK = "dev.stowage.task";
    static final String SERVICE = "dev.stowage.service";
    static final String DEPLOYMENT = "dev.stowage.deployment";
    static final String ROLE = "dev.stowage.role";

    /** The {@link #ROLE} of a pause container. */
    static final String PAUSE = "pause";

    static final String SPEC_HASH = "dev.stowage.spec-hash";

    static final String TASK_ARN = "com.amazonaws.ecs.task-arn";
    static final String CONTAINER_NAME = "com.amazonaws.ecs.container-name";
    static final String FAMILY = "com.amazonaws.ecs.task-definition-family";
    static final String REVISION = "com.amazonaws.ecs.task-definition-version";
    static final String CLUSTER = "com.amazonaws.ecs.cluster";

    private Labels() {}

    /** The labels of a container: those of ECS's agent and ours, over those of the user. */
    static Map<String, String> of(RunId run, ContainerId container, Booking task) {
        var definition = task.setup().definition();
        var labels = new TreeMap<String, String>();
        task.setup().container(container.name()).ifPresent(one -> labels.putAll(one.labels()));
        labels.put(TASK_ARN, task.arn());
        labels.put(CONTAINER_NAME, container.name());
        labels.put(FAMILY, definition.family());
        labels.put(REVISION, String.valueOf(definition.revision()));
        labels.put(CLUSTER, task.cluster());
        labels.putAll(of(run));
        labels.put(TASK, container.task().value());
        labels.put(ROLE, container.name().equals(TaskDefinition.PAUSE) ? PAUSE : "app");
        labels.put(DEPLOYMENT, task.startedBy());
        labels.put(SPEC_HASH, hash(task.setup()));
        task.service().ifPresent(service -> labels.put(SERVICE, service));
        return labels;
    }

    /** What a task is made from, as a hash; its revision does not count, and its secrets do not, lest somebody guess them. */
    static String hash(TaskSetup setup) {
        return TaskNames.hash(setup.revision(1).toString());
    }

    /** The labels of everything that is of that run and of nothing else. */
    static Map<String, String> of(RunId run) {
        return Map.of(RUN, run.value(), USER, user());
    }

    /** Who this process belongs to. */
    static String user() {
        return System.getProperty("user.name");
    }
}
