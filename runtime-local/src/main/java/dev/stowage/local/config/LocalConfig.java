package dev.stowage.local.config;

import dev.stowage.schema.origin.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code local.yaml} says. Resources go by the name that the program gave them, by their logical id, or by {@code
 * Stack/LogicalId}; containers by {@code family/container}, or by their name alone for all task definitions.
 *
 * @param folder the absolute path of the folder that paths in it start from
 * @param region the Region that a run says it is in, where the stacks name none
 * @param account the account that a run says it is in, where the stacks name none
 * @param parameters values of template parameters, by {@code Name} or {@code Stack/Name}
 * @param values values of what only a deployment would tell, by {@code LogicalId.Attribute}, by {@code Stack/LogicalId.Attribute}
 *     or by the name of an export
 * @param secrets the path of the file of secrets
 * @param replace what stands for resources that are not of ECS
 * @param containers what containers have otherwise
 * @param endpoints where calls to services of AWS go, such as {@code sqs} to {@code http://localhost:9324}
 * @param files local files for objects of S3, by their ARN
 * @param fleet the simulated instances of each cluster
 */
public record LocalConfig(
        String folder,
        Optional<String> region,
        Optional<String> account,
        Map<String, String> parameters,
        Map<String, String> values,
        Optional<String> secrets,
        Map<String, Replacement> replace,
        Map<String, ContainerChange> containers,
        Map<String, String> endpoints,
        Map<String, String> files,
        InstanceFleet fleet) {

    /** No file: nothing is otherwise. */
    public static LocalConfig none(String folder) {
        return new LocalConfig(
                folder,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                InstanceFleet.STANDARD);
    }

    /** What stands for a resource that is not of ECS. */
    public sealed interface Replacement {

        /** Where it was said. */
        Origin at();

        /**
         * A container of its own.
         *
         * @param image what it runs
         * @param ports its ports
         * @param environment its variables
         * @param command its arguments; empty for those of the image
         */
        record ByImage(
                String image, List<Integer> ports, Map<String, String> environment, List<String> command, Origin at)
                implements Replacement {}

        /**
         * Something that listens on this machine already.
         *
         * @param host its name; {@code localhost} means this machine, also inside tasks
         * @param port its port
         */
        record ByHost(String host, int port, Origin at) implements Replacement {}
    }

    /**
     * What a container has otherwise.
     *
     * @param image what it runs instead
     * @param command its arguments instead
     * @param environment variables over its own
     * @param mounts folders of this machine in its file system
     * @param ports ports that are open on the loopback of this machine
     */
    public record ContainerChange(
            Optional<String> image,
            Optional<List<String>> command,
            Map<String, String> environment,
            List<BindMount> mounts,
            List<OpenPort> ports,
            Origin at) {}

    /**
     * A folder or file of this machine in a container.
     *
     * @param source its absolute path
     * @param path where it is in the container
     * @param readOnly whether it can only be read
     */
    public record BindMount(String source, String path, boolean readOnly) {}

    /**
     * A port that is open on the loopback of this machine.
     *
     * @param port the port of the container
     * @param host the port of this machine
     */
    public record OpenPort(int port, int host) {}

    /**
     * The simulated instances of a cluster.
     *
     * @param count how many, over as many zones as there are up to three
     * @param cpu CPU units of each; empty for all that this machine has
     * @param memory MiB of each; empty for all that this machine has
     */
    public record InstanceFleet(int count, Optional<Integer> cpu, Optional<Integer> memory) {

        /** Three instances as large as this machine. */
        public static final InstanceFleet STANDARD = new InstanceFleet(3, Optional.empty(), Optional.empty());
    }
}
