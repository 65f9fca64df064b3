package dev.stowage.local.stack;

import java.util.Map;

/** A volume of a task. */
public sealed interface VolumeSetup {

    /** Its name in the task definition. */
    String name();

    /**
     * A folder of the host.
     *
     * @param path its path; it is made where it is missing
     */
    record HostFolder(String name, String path) implements VolumeSetup {}

    /** A folder that comes empty with a task and goes with it. */
    record Scratch(String name) implements VolumeSetup {}

    /**
     * A volume of a Docker driver.
     *
     * @param shared whether it outlives its task and goes by its own name
     * @param provisioned whether a shared one is made where it is missing; otherwise it must be there
     * @param driver {@code local}, or a plugin
     * @param options as the driver takes them
     * @param labels labels of the volume
     */
    record DockerVolume(
            String name,
            boolean shared,
            boolean provisioned,
            String driver,
            Map<String, String> options,
            Map<String, String> labels)
            implements VolumeSetup {

        /** A volume that cannot be changed from outside. */
        public DockerVolume {
            options = Ordered.copy(options);
            labels = Ordered.copy(labels);
        }
    }

    /**
     * A folder of an EFS file system, which several tasks share.
     *
     * @param fileSystem its id
     * @param folder the folder, {@code /} for all of it
     * @param accessPoint the id of the access point; may be empty
     */
    record FileSystem(String name, String fileSystem, String folder, String accessPoint) implements VolumeSetup {}

    /**
     * An EBS volume of a task.
     *
     * @param size GiB; 0 where a snapshot says it
     * @param kept whether it outlives its task
     */
    record Disk(String name, int size, boolean kept) implements VolumeSetup {}
}
