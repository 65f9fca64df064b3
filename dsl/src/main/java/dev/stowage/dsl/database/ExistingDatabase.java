package dev.stowage.dsl.database;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A database that exists. What is not said of it is unknown: a security group that is needed is asked for at deployment. */
@ValueStyle
@Value.Immutable
public sealed interface ExistingDatabase extends Named<ExistingDatabase>, Database permits ImmutableExistingDatabase {

    /** Its security group, which lets in who connects; left out, the parameter {@code <Name>SecurityGroup} asks for it. */
    default ExistingDatabase securityGroup(SecurityGroup group) {
        return ImmutableExistingDatabase.copyOf(this)
                .withGroup(group)
                .withParticulars(particulars().said("securityGroup"));
    }

    /** The name of the database on its server; left out, the letters and digits of the name that it has here. */
    default ExistingDatabase database(String name) {
        return ImmutableExistingDatabase.copyOf(this)
                .withSaidName(name)
                .withParticulars(particulars().said("database"));
    }

    @Override
    Particulars particulars();

    @Override
    default ExistingDatabase particulars(Particulars particulars) {
        return ImmutableExistingDatabase.copyOf(this).withParticulars(particulars);
    }

    @Override
    Engine engine();

    /** How its host name is found. */
    Locator hostAt();

    @Override
    Secret login();

    @Override
    default Optional<Locator> locator() {
        return Optional.of(hostAt());
    }

    /** Who lets callers in. */
    Optional<SecurityGroup> group();

    /** The name of the database on its server, where it was said. */
    Optional<String> saidName();

    @Override
    default String databaseName() {
        return saidName().orElse(DatabaseSpec.plain(name()));
    }
}
