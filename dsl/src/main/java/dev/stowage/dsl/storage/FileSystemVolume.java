package dev.stowage.dsl.storage;

import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A file system, or what lies behind one of its access points, mounted over TLS with the rights of the task's own role. */
@ValueStyle
@Value.Immutable
public sealed interface FileSystemVolume extends Volume permits ImmutableFileSystemVolume {

    @Override
    default FileSystemVolume readOnly() {
        return ImmutableFileSystemVolume.copyOf(this).withIsReadOnly(true);
    }

    @Override
    String name();

    /** The file system. */
    ElasticFileSystem fileSystem();

    /** The access point; none for the whole file system. */
    Optional<AccessPoint> accessPoint();

    @Override
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }
}
