package dev.stowage.synth.emit.rds;

import dev.stowage.dsl.database.AuroraCluster;
import dev.stowage.dsl.database.DatabaseInstance;
import dev.stowage.dsl.database.MadeDatabase;
import dev.stowage.synth.emit.Emission;

/** What RDS refuses of a database. */
final class DatabaseChecks {

    private static final int LONGEST_BACKUP = 35;
    private static final int SMALLEST_DISK = 20;
    private static final int LARGEST_DISK = 65_536;
    private static final int MOST_READERS = 15;
    private static final int MOST_CAPACITY = 256;
    private static final int LONGEST_USER = 16;
    private static final int LONGEST_NAME = 63;

    private final MadeDatabase<?> database;
    private final Emission out;

    private DatabaseChecks(MadeDatabase<?> database, Emission out) {
        this.database = database;
        this.out = out;
    }

    static void check(MadeDatabase<?> database, Emission out) {
        var checks = new DatabaseChecks(database, out);
        checks.names();
        checks.backups();
        checks.zones();
        if (database instanceof DatabaseInstance instance) {
            checks.instance(instance);
        } else if (database instanceof AuroraCluster cluster) {
            checks.cluster(cluster);
        }
    }

    private void names() {
        var user = database.spec().user();
        if (!isName(user, LONGEST_USER) || user.equals("admin") || user.equals("rdsadmin")) {
            find(
                    "database.user",
                    "user",
                    "is owned by the user `" + user + "`, and RDS takes 1 to 16 letters and digits that begin with a "
                            + "letter, and neither `admin` nor `rdsadmin`.",
                    "Write .user(\"shop\").");
        }
        if (!isName(database.databaseName(), LONGEST_NAME)) {
            find(
                    "database.name",
                    "database",
                    "has a database of the name `" + database.databaseName()
                            + "`, and RDS takes 1 to 63 letters and digits that begin with a letter.",
                    "Write .database(\"shop\").");
        }
    }

    private static boolean isName(String name, int longest) {
        for (var i = 0; i < name.length(); i++) {
            var letter = name.charAt(i);
            var isLetter = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
            if (!isLetter && (i == 0 || letter < '0' || letter > '9')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= longest;
    }

    private void backups() {
        var days = database.spec().backupDays();
        if (days < 1 || days > LONGEST_BACKUP) {
            find(
                    "database.backups",
                    "backups",
                    "can be restored for " + days + " days, and RDS keeps what that takes for 1 to " + LONGEST_BACKUP
                            + ".",
                    "Write .backups(7).");
        }
    }

    private void zones() {
        var network = out.estate().current(database.spec().network());
        if (network.locator().isEmpty() && network.zones() < 2) {
            find(
                    "database.zones",
                    "in",
                    "stands in the VPC `" + network.name()
                            + "` of one zone, and RDS wants subnets in two zones or more.",
                    "Write .zones(2) on the VPC.");
        }
    }

    private void instance(DatabaseInstance instance) {
        if (!instance.instanceClass().startsWith("db.")) {
            find(
                    "database.size",
                    "size",
                    "is of the class `" + instance.instanceClass() + "`, and those of RDS begin with `db.`.",
                    "Write .size(\"db.t4g.small\").");
        }
        if (instance.gib() < SMALLEST_DISK || instance.gib() > LARGEST_DISK) {
            find(
                    "database.storage",
                    "storage",
                    "has a disk of " + instance.gib() + " GiB, and RDS makes them of 20 to 65536 GiB.",
                    "Write .storage(20).");
        }
    }

    private void cluster(AuroraCluster cluster) {
        if (!isCapacity(cluster.fewest())
                || !isCapacity(cluster.most())
                || cluster.most() < 1
                || cluster.fewest() > cluster.most()) {
            find(
                    "database.capacity",
                    "capacity",
                    "has " + cluster.fewest() + " to " + cluster.most()
                            + " capacity units, and Aurora takes 0 to 256 in steps of a half, of which the most are at"
                            + " least 1.",
                    "Write .capacity(0.5, 4).");
        }
        if (cluster.readers() < 0 || cluster.readers() > MOST_READERS) {
            find(
                    "database.readers",
                    "readers",
                    "has " + cluster.readers() + " readers, and a cluster of Aurora has up to " + MOST_READERS + ".",
                    "Write .readers(1).");
        }
    }

    private static boolean isCapacity(double units) {
        return units >= 0 && units <= MOST_CAPACITY && units * 2 == Math.rint(units * 2);
    }

    private void find(String rule, String word, String message, String fix) {
        out.find(rule, database.particulars().at(word), "`" + database.name() + "` " + message, fix);
    }
}
