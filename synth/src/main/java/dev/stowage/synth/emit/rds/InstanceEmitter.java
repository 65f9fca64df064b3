package dev.stowage.synth.emit.rds;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.database.DatabaseInstance;
import dev.stowage.schema.resource.RdsDbInstance;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;

/** A database on one instance of Amazon RDS. */
final class InstanceEmitter {

    private final DatabaseInstance database;
    private final Emission out;

    InstanceEmitter(DatabaseInstance database, Emission out) {
        this.database = database;
        this.out = out;
    }

    void emit() {
        var spec = database.spec();
        var particulars = database.particulars();
        var properties = kept(RdsDbInstance.of()
                .said(particulars.birth())
                .engine(database.engine().engine())
                .dbName(database.databaseName())
                .dbInstanceClass(database.instanceClass())
                .allocatedStorage(String.valueOf(database.gib()))
                .storageType("gp3")
                .multiAZ(database.hasStandby())
                .masterUsername(spec.user())
                .masterUserPassword(DatabaseEmitter.resolved(database, "password", out))
                .dbSubnetGroupName(out.ref(database, DatabaseEmitter.SUBNETS))
                .vpcSecurityGroups(DatabaseEmitter.groups(database, out))
                .publiclyAccessible(false));
        if (spec.version().isPresent()) {
            properties = properties
                    .said(particulars.at("version"))
                    .engineVersion(spec.version().get());
        }
        out.add(DatabaseEmitter.kept(
                Draft.of(database, DatabaseEmitter.DATABASE, RdsDbInstance.TYPE, properties)
                        .kind(Kind.DATABASE),
                spec));
    }

    private RdsDbInstance kept(RdsDbInstance properties) {
        var spec = database.spec();
        var particulars = database.particulars();
        var result = properties
                .storageEncrypted(true)
                .copyTagsToSnapshot(true)
                .deletionProtection(!spec.isDisposable())
                .said(particulars.at("backups"))
                .backupRetentionPeriod(spec.backupDays());
        return spec.encryption().isEmpty()
                ? result
                : result.said(particulars.at("encryptedBy"))
                        .kmsKeyId(Arns.of(spec.encryption().get(), "", out));
    }
}
