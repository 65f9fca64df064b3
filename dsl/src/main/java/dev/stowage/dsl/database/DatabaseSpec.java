package dev.stowage.dsl.database;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.value.ValueStyle;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** What a database that is made here is, on one instance or on a cluster. */
@ValueStyle
@Value.Immutable
public sealed interface DatabaseSpec permits ImmutableDatabaseSpec {

    /** Its name, tags and lines. */
    Particulars particulars();

    /** What it speaks. */
    Engine engine();

    /** Where it stands. */
    Vpc network();

    /** The version of its engine, where it was said. */
    Optional<String> version();

    /** The name of the database on its server, where it was said. */
    Optional<String> databaseName();

    /** The user who owns it. */
    @Value.Default
    default String user() {
        return "dba";
    }

    /** For how many days it can be restored. */
    @Value.Default
    default int backupDays() {
        return 7;
    }

    /** The key that it is encrypted with; left out, one of RDS. */
    Optional<Key> encryption();

    /** The subnets that it stands in, where they were said. */
    Optional<SubnetKind> subnets();

    /** Whether it goes when its stack does. */
    @Value.Default
    default boolean isDisposable() {
        return false;
    }

    /** The letters and digits of a name, all of them small, which all engines take for the name of a database. */
    static String plain(String name) {
        var plain = new StringBuilder(name.length());
        for (var letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
