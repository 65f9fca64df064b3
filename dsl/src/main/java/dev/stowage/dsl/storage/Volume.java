package dev.stowage.dsl.storage;

/** A volume that the containers of a task can mount. */
public sealed interface Volume permits EmptyVolume, FileSystemVolume, DiskVolume {

    /** Scratch space that the containers of one task share, on the task's own disk: empty at its start, gone with it. */
    static EmptyVolume empty(String name) {
        return ImmutableEmptyVolume.of(name);
    }

    /**
     * An EBS volume of so many GiB for each task, made when it starts and deleted with it: encrypted, of type gp3, with the
     * file system xfs. One for a task; not for a database.
     */
    static DiskVolume disk(String name, int gib) {
        return ImmutableDiskVolume.of(name).withGib(gib);
    }

    /** An EBS volume for each task as {@link #disk} makes one, filled from this snapshot, such as {@code snap-0a1b2c3d}. */
    static DiskVolume diskFrom(String name, String snapshot) {
        return ImmutableDiskVolume.of(name).withSnapshot(snapshot);
    }

    /** The same volume, for reading only. */
    Volume readOnly();

    /** Its name, unique within a task: up to 255 letters, digits, hyphens and underscores. */
    String name();

    /** Whether it is mounted for reading only. */
    boolean isReadOnly();
}
