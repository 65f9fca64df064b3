package dev.stowage.dsl.database;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A database on a cluster of Aurora that grows and shrinks by itself: Aurora Serverless v2, from half a unit to four. */
@ValueStyle
@Value.Immutable
public sealed interface AuroraCluster extends MadeDatabase<AuroraCluster> permits ImmutableAuroraCluster {

    /** A new one that speaks PostgreSQL in this network, whose subnets have to lie in two zones or more. */
    static AuroraCluster postgres(String name, Vpc network) {
        return ImmutableAuroraCluster.of(
                ImmutableDatabaseSpec.of(Particulars.of("database", name, "postgres"), Engine.POSTGRES, network));
    }

    /** A new one that speaks MySQL in this network, whose subnets have to lie in two zones or more. */
    static AuroraCluster mysql(String name, Vpc network) {
        return ImmutableAuroraCluster.of(
                ImmutableDatabaseSpec.of(Particulars.of("database", name, "mysql"), Engine.MYSQL, network));
    }

    /**
     * Grows and shrinks between so many Aurora capacity units, each of 2 GiB and what belongs to it: 0 to 256, in steps of a
     * half; left out, 0.5 to 4. From none, it pauses when nobody is connected, and takes some 15 s to wake.
     */
    default AuroraCluster capacity(double fewest, double most) {
        return ImmutableAuroraCluster.copyOf(this)
                .withFewest(fewest)
                .withMost(most)
                .particulars(particulars().said("capacity"));
    }

    /** Has so many instances beside the one that writes, 0 to 15, which answer reads and take over; left out, none. */
    default AuroraCluster readers(int instances) {
        return ImmutableAuroraCluster.copyOf(this)
                .withReaders(instances)
                .particulars(particulars().said("readers"));
    }

    /** Where its readers are, as drivers of Java want it; without readers, the one that writes. */
    default Text readUrl() {
        return Text.text("jdbc:" + engine().protocol() + "://")
                .plus(Text.attribute(this, "ReadHost"))
                .plus(":" + engine().port() + "/" + databaseName());
    }

    @Override
    DatabaseSpec spec();

    @Override
    default AuroraCluster saying(DatabaseSpec spec) {
        return ImmutableAuroraCluster.copyOf(this).withSpec(spec);
    }

    /** The fewest capacity units. */
    @Value.Default
    default double fewest() {
        return 0.5;
    }

    /** The most capacity units. */
    @Value.Default
    default double most() {
        return 4;
    }

    /** How many instances answer reads alone. */
    @Value.Default
    default int readers() {
        return 0;
    }
}
