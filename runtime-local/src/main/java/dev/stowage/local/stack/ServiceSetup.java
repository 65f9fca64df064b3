package dev.stowage.local.stack;

import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service.
 *
 * @param key its resource
 * @param arn its ARN
 * @param spec what the scheduler wants to know; its target groups are the ARNs of {@link #targets}
 * @param setup what its tasks are made from
 * @param subnets the ids of the subnets of its tasks, in {@code awsvpc} mode
 * @param targets where its tasks are registered
 * @param registrations under which names they are found
 * @param connect its part in Service Connect
 * @param execAllowed whether {@code local exec} stands for something that works on AWS: {@code EnableExecuteCommand}
 * @param tags the tags of its tasks
 */
public record ServiceSetup(
        ResourceKey key,
        String arn,
        ServiceSpec spec,
        TaskSetup setup,
        List<String> subnets,
        List<TargetLink> targets,
        List<Registration> registrations,
        Optional<ConnectSetup> connect,
        boolean execAllowed,
        Map<String, String> tags) {

    /** A service that cannot be changed from outside. */
    public ServiceSetup {
        subnets = List.copyOf(subnets);
        targets = List.copyOf(targets);
        registrations = List.copyOf(registrations);
        tags = Ordered.copy(tags);
    }

    /** What it is known by. */
    public ServiceId id() {
        return spec.id();
    }

    /** The name of its cluster. */
    public String cluster() {
        return spec.id().cluster();
    }

    /** Its name, unique in its cluster. */
    public String name() {
        return spec.name();
    }

    /** The same with tasks made from that. */
    public ServiceSetup with(TaskSetup other) {
        return with(spec.with(other.definition()), other);
    }

    /** The same, wanting that. */
    public ServiceSetup with(ServiceSpec other) {
        return with(other, setup);
    }

    private ServiceSetup with(ServiceSpec otherSpec, TaskSetup otherSetup) {
        return new ServiceSetup(
                key, arn, otherSpec, otherSetup, subnets, targets, registrations, connect, execAllowed, tags);
    }
}
