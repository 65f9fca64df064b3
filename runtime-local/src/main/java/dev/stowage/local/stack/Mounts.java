package dev.stowage.local.stack;

import java.util.List;

/**
 * What of the outside is in the file system of a container.
 *
 * @param volumes volumes of its task
 * @param from other containers whose mounts it has too
 * @param memory file systems in memory
 * @param devices devices of the host
 */
public record Mounts(List<MountPoint> volumes, List<From> from, List<Tmpfs> memory, List<Device> devices) {

    /** Nothing. */
    public static final Mounts NONE = new Mounts(List.of(), List.of(), List.of(), List.of());

    /**
     * A volume at a path.
     *
     * @param volume the name of a volume of the task
     * @param path where it is in the container
     * @param readOnly whether it can only be read
     */
    public record MountPoint(String volume, String path, boolean readOnly) {}

    /**
     * The mounts of another container.
     *
     * @param container its name in the task definition
     * @param readOnly whether they can only be read
     */
    public record From(String container, boolean readOnly) {}

    /**
     * A file system in memory.
     *
     * @param path where it is in the container
     * @param size MiB
     * @param options such as {@code noexec}
     */
    public record Tmpfs(String path, int size, List<String> options) {}

    /**
     * A device of the host.
     *
     * @param host its path on the host
     * @param path its path in the container
     * @param permissions {@code r}, {@code w} and {@code m} in one word
     */
    public record Device(String host, String path, String permissions) {}

    /** Mounts that cannot be changed from outside. */
    public Mounts {
        volumes = List.copyOf(volumes);
        from = List.copyOf(from);
        memory = List.copyOf(memory);
        devices = List.copyOf(devices);
    }

    /** These volumes alone. */
    public static Mounts of(MountPoint... points) {
        return new Mounts(List.of(points), List.of(), List.of(), List.of());
    }
}
