package dev.stowage.dsl.database;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A database on one instance of Amazon RDS, of the class {@code db.t4g.small} with 20 GiB unless told otherwise. */
@ValueStyle
@Value.Immutable
public sealed interface DatabaseInstance extends MadeDatabase<DatabaseInstance> permits ImmutableDatabaseInstance {

    /** A new one of PostgreSQL in this network, whose subnets have to lie in two zones or more. */
    static DatabaseInstance postgres(String name, Vpc network) {
        return of(name, Engine.POSTGRES, network, "postgres");
    }

    /** A new one of MySQL in this network, whose subnets have to lie in two zones or more. */
    static DatabaseInstance mysql(String name, Vpc network) {
        return of(name, Engine.MYSQL, network, "mysql");
    }

    /** A new one of MariaDB in this network, whose subnets have to lie in two zones or more. */
    static DatabaseInstance mariaDb(String name, Vpc network) {
        return of(name, Engine.MARIADB, network, "mariaDb");
    }

    private static DatabaseInstance of(String name, Engine engine, Vpc network, String word) {
        return ImmutableDatabaseInstance.of(
                ImmutableDatabaseSpec.of(Particulars.of("database", name, word), engine, network));
    }

    /** Is of this class of instances, such as {@code db.m7g.large}. */
    default DatabaseInstance size(String instanceClass) {
        return ImmutableDatabaseInstance.copyOf(this)
                .withInstanceClass(instanceClass)
                .particulars(particulars().said("size"));
    }

    /** Has a disk of so many GiB, 20 to 65,536, which can grow and never shrink. */
    default DatabaseInstance storage(int gib) {
        return ImmutableDatabaseInstance.copyOf(this)
                .withGib(gib)
                .particulars(particulars().said("storage"));
    }

    /** Has a second one in another zone that takes over when it fails, within a minute or two; it costs as much again. */
    default DatabaseInstance standby() {
        return ImmutableDatabaseInstance.copyOf(this)
                .withHasStandby(true)
                .particulars(particulars().said("standby"));
    }

    @Override
    DatabaseSpec spec();

    @Override
    default DatabaseInstance saying(DatabaseSpec spec) {
        return ImmutableDatabaseInstance.copyOf(this).withSpec(spec);
    }

    /** Its class of instances. */
    @Value.Default
    default String instanceClass() {
        return "db.t4g.small";
    }

    /** The GiB of its disk. */
    @Value.Default
    default int gib() {
        return 20;
    }

    /** Whether a second one stands by. */
    @Value.Default
    default boolean hasStandby() {
        return false;
    }
}
