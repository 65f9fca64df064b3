package dev.stowage.dsl.storage;

import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** An EBS volume of type gp3 for each task of a service. */
@ValueStyle
@Value.Immutable
public sealed interface DiskVolume extends Volume permits ImmutableDiskVolume {

    /** Has so many GiB, 1 to 65536 (64 TiB, as of September 2025), where the snapshot it is filled from has less. */
    default DiskVolume gib(int size) {
        return ImmutableDiskVolume.copyOf(this).withGib(size);
    }

    /** Does so many reads and writes a second, 3000 to 80000; left out, 3000. */
    default DiskVolume iops(int operations) {
        return ImmutableDiskVolume.copyOf(this).withIops(operations);
    }

    /** Moves so many MiB a second, 125 to 2000; left out, 125. */
    default DiskVolume throughput(int mibPerSecond) {
        return ImmutableDiskVolume.copyOf(this).withThroughput(mibPerSecond);
    }

    @Override
    default DiskVolume readOnly() {
        return ImmutableDiskVolume.copyOf(this).withIsReadOnly(true);
    }

    @Override
    String name();

    /** Its size in GiB, where it was said. */
    OptionalInt gib();

    /** The snapshot that it is filled from. */
    Optional<String> snapshot();

    /** The reads and writes a second, where they were said. */
    OptionalInt iops();

    /** The MiB a second, where they were said. */
    OptionalInt throughput();

    @Override
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }
}
