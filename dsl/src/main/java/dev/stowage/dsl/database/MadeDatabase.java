package dev.stowage.dsl.database;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.secret.Secret;
import java.util.Optional;

/**
 * The words of databases that are made here. One is encrypted, is not reachable from the internet, can be restored for a week,
 * has a password that nobody has seen, and stays when its stack is deleted.
 *
 * @param <S> the database itself
 */
public sealed interface MadeDatabase<S extends MadeDatabase<S>> extends Named<S>, Database
        permits DatabaseInstance, AuroraCluster {

    /** The same database, saying something else. */
    S saying(DatabaseSpec spec);

    /** Has this version of its engine, such as {@code 18} or {@code 18.3}; left out, the one that RDS prefers. */
    default S version(String version) {
        return saying(said("version").withVersion(version));
    }

    /**
     * Has a database of this name, of letters and digits; left out, the letters and digits of its own name. Changing this
     * replaces it.
     */
    default S database(String name) {
        return saying(said("database").withDatabaseName(name));
    }

    /** Is owned by this user, of 1 to 16 letters and digits; left out, by {@code dba}. Changing this replaces it. */
    default S user(String name) {
        return saying(said("user").withUser(name));
    }

    /** Can be restored to any second of so many days, 1 to 35; left out, 7. */
    default S backups(int days) {
        return saying(said("backups").withBackupDays(days));
    }

    /** Is encrypted with this key, its login too; left out, with keys of the account. Changing this replaces it. */
    default S encryptedBy(Key key) {
        return saying(said("encryptedBy").withEncryption(key));
    }

    /** Stands in these subnets; left out, in isolated ones where its network has them made, and in private ones otherwise. */
    default S in(SubnetKind subnets) {
        return saying(said("in").withSubnets(subnets));
    }

    /** Goes when its stack does, with all that is in it: for trying things out. */
    default S disposable() {
        return saying(said("disposable").withIsDisposable(true));
    }

    private ImmutableDatabaseSpec said(String word) {
        return ImmutableDatabaseSpec.copyOf(spec())
                .withParticulars(particulars().said(word));
    }

    /** What it is. */
    DatabaseSpec spec();

    @Override
    default Particulars particulars() {
        return spec().particulars();
    }

    @Override
    default S particulars(Particulars particulars) {
        return saying(ImmutableDatabaseSpec.copyOf(spec()).withParticulars(particulars));
    }

    @Override
    default Engine engine() {
        return spec().engine();
    }

    @Override
    default String databaseName() {
        return spec().databaseName().orElse(DatabaseSpec.plain(name()));
    }

    @Override
    default Secret login() {
        return Secret.keptBy(this, spec().encryption());
    }

    @Override
    default Optional<Locator> locator() {
        return Optional.empty();
    }
}
