package dev.stowage.dsl.storage;

/** A volume that the containers of a task can mount. */
public sealed interface Volume permits EmptyVolume {

    /** Scratch space that the containers of one task share, on the task's own disk: empty at its start, gone with it. */
    static EmptyVolume empty(String name) {
        return ImmutableEmptyVolume.of(name);
    }

    /** The same volume, for reading only. */
    Volume readOnly();

    /** Its name, unique within a task: up to 255 letters, digits, hyphens and underscores. */
    String name();

    /** Whether it is mounted for reading only. */
    boolean isReadOnly();
}
