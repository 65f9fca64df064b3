package dev.stowage.synth.emit.rds;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.database.AuroraCluster;
import dev.stowage.schema.resource.RdsDbCluster;
import dev.stowage.schema.resource.RdsDbInstance;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;

/** A database on a cluster of Aurora: the cluster, which keeps what is in it, and its instances, which keep nothing. */
final class ClusterEmitter {

    private final AuroraCluster database;
    private final Emission out;

    ClusterEmitter(AuroraCluster database, Emission out) {
        this.database = database;
        this.out = out;
    }

    void emit() {
        var spec = database.spec();
        var particulars = database.particulars();
        var properties = kept(RdsDbCluster.of()
                .said(particulars.birth())
                .engine(engine())
                .databaseName(database.databaseName())
                .masterUsername(spec.user())
                .masterUserPassword(DatabaseEmitter.resolved(database, "password", out))
                .dbSubnetGroupName(out.ref(database, DatabaseEmitter.SUBNETS))
                .vpcSecurityGroupIds(DatabaseEmitter.groups(database, out)));
        if (spec.version().isPresent()) {
            properties = properties
                    .said(particulars.at("version"))
                    .engineVersion(spec.version().get());
        }
        out.add(DatabaseEmitter.kept(
                Draft.of(database, DatabaseEmitter.DATABASE, RdsDbCluster.TYPE, properties)
                        .kind(Kind.DATABASE),
                spec));
        instance("DatabaseWriter");
        for (var reader = 1; reader <= database.readers(); reader++) {
            instance("DatabaseReader" + reader);
        }
    }

    private RdsDbCluster kept(RdsDbCluster properties) {
        var spec = database.spec();
        var particulars = database.particulars();
        var capacity = RdsDbCluster.ServerlessV2ScalingConfiguration.of()
                .said(particulars.at("capacity"))
                .minCapacity(database.fewest())
                .maxCapacity(database.most());
        var result = properties
                .storageEncrypted(true)
                .copyTagsToSnapshot(true)
                .deletionProtection(!spec.isDisposable())
                .said(particulars.at("capacity"))
                .serverlessV2ScalingConfiguration(capacity)
                .said(particulars.at("backups"))
                .backupRetentionPeriod(spec.backupDays());
        return spec.encryption().isEmpty()
                ? result
                : result.said(particulars.at("encryptedBy"))
                        .kmsKeyId(Arns.of(spec.encryption().get(), "", out));
    }

    private void instance(String suffix) {
        var instance = RdsDbInstance.of()
                .said(database.particulars().at("readers"))
                .engine(engine())
                .dbClusterIdentifier(out.ref(database, DatabaseEmitter.DATABASE))
                .dbInstanceClass("db.serverless")
                .publiclyAccessible(false);
        out.add(Draft.of(database, suffix, RdsDbInstance.TYPE, instance)
                .kind(Kind.DATABASE_INSTANCE)
                .deleted());
    }

    private String engine() {
        return database.engine().aurora();
    }
}
