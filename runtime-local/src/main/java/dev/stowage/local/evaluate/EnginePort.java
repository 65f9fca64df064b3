package dev.stowage.local.evaluate;

/** The port that a database or cache listens on: as written, or the one that its engine has by itself. */
final class EnginePort {

    private EnginePort() {}

    /**
     * The port of a resource.
     *
     * @param standard the port where none is written, or {@code engine} for that of its engine
     */
    static String of(Grounded one, String standard) {
        var written = one.resource().properties().peek("Port");
        if (written != null) {
            return one.stack().text(written);
        }
        return standard.equals("engine") ? ofEngine(one) : standard;
    }

    /** Source: Amazon RDS User Guide and Amazon Aurora User Guide, "DB instance settings", Database port. */
    private static String ofEngine(Grounded one) {
        var written = one.resource().properties().peek("Engine");
        var engine = written == null ? "" : one.stack().text(written);
        if (engine.contains("postgres")) {
            return "5432";
        }
        if (engine.startsWith("oracle")) {
            return "1521";
        }
        if (engine.startsWith("sqlserver")) {
            return "1433";
        }
        return engine.startsWith("db2") ? "50000" : "3306";
    }
}
