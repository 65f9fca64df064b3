package dev.stowage.dsl.database;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.expression.Text;

/**
 * A relational database: an instance of Amazon RDS or a cluster of Aurora that is made here, or one that exists. A container
 * that {@code connects} to it is told where it is, handed its login in secret, and let in.
 */
public sealed interface Database extends Place permits MadeDatabase, ExistingDatabase {

    /**
     * One that exists: {@code existing("ledger", POSTGRES, id("ledger.abcdefghijkl.eu-central-1.rds.amazonaws.com"), login)}.
     *
     * @param name what it is called here
     * @param engine what it speaks
     * @param host its host name, as an id, or handed in
     * @param login a secret that holds JSON with its {@code username} and {@code password}
     */
    static ExistingDatabase existing(String name, Engine engine, Locator host, Secret login) {
        return ImmutableExistingDatabase.of(Particulars.of("database", name, "existing"), engine, host, login);
    }

    /** Where it is, as drivers of Java want it: {@code jdbc:postgresql://orders.abc.rds.amazonaws.com:5432/orders}. */
    default Text url() {
        return Text.text("jdbc:" + engine().protocol() + "://")
                .plus(host())
                .plus(":" + engine().port() + "/" + databaseName());
    }

    /** Its host name. */
    default Text host() {
        return Text.attribute(this, "Host");
    }

    /** The name of the user who owns it, from its login. */
    default Secret username() {
        return login().field("username");
    }

    /** That user's password, from its login. */
    default Secret password() {
        return login().field("password");
    }

    /** What it speaks. */
    Engine engine();

    /** The name of the database on its server. */
    String databaseName();

    /** JSON with the {@code username} and {@code password} of the user who owns it. */
    Secret login();
}
