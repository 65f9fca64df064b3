package dev.stowage.dsl.database;

/** What a database speaks. */
public enum Engine {
    /** PostgreSQL, at port 5432. */
    POSTGRES("postgres", "postgresql", 5432),
    /** MySQL, at port 3306. */
    MYSQL("mysql", "mysql", 3306),
    /** MariaDB, at port 3306. */
    MARIADB("mariadb", "mariadb", 3306);

    private final String engine;
    private final String protocol;
    private final int port;

    Engine(String engine, String protocol, int port) {
        this.engine = engine;
        this.protocol = protocol;
        this.port = port;
    }

    /** Its name in Amazon RDS. */
    public String engine() {
        return engine;
    }

    /** Its name in Aurora, which has no MariaDB. */
    public String aurora() {
        return "aurora-" + protocol;
    }

    /** What stands behind {@code jdbc:} in the addresses of its driver. */
    public String protocol() {
        return protocol;
    }

    /** The port at which it listens unless told otherwise. */
    public int port() {
        return port;
    }
}
