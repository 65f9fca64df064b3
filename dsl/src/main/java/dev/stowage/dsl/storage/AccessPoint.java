package dev.stowage.dsl.storage;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A door to one folder of a file system: whoever comes through it sees nothing else and acts as one user. The folder is made
 * when somebody first comes, and belongs to that user. Make one with {@link ElasticFileSystem#accessPoint}.
 */
@ValueStyle
@Value.Immutable
public sealed interface AccessPoint extends Named<AccessPoint>, Place permits ImmutableAccessPoint {

    /** Acts as this user and group; left out, as 1000 and 1000. */
    default AccessPoint user(int uid, int gid) {
        return ImmutableAccessPoint.copyOf(this)
                .withUid(uid)
                .withGid(gid)
                .withParticulars(particulars().said("user"));
    }

    /** What lies behind the door, as a volume. */
    default FileSystemVolume volume() {
        return ImmutableFileSystemVolume.of(name(), fileSystem()).withAccessPoint(this);
    }

    @Override
    Particulars particulars();

    @Override
    default AccessPoint particulars(Particulars particulars) {
        return ImmutableAccessPoint.copyOf(this).withParticulars(particulars);
    }

    /** The file system that it leads into. */
    ElasticFileSystem fileSystem();

    /** The folder behind it, as an absolute path. */
    String path();

    /** As which user everybody acts. */
    @Value.Default
    default int uid() {
        return 1000;
    }

    /** As which group everybody acts. */
    @Value.Default
    default int gid() {
        return 1000;
    }

    @Override
    default Optional<Locator> locator() {
        return Optional.empty();
    }

    @Override
    default Optional<Place> home() {
        return Optional.of(fileSystem());
    }
}
