package dev.stowage.synth.emit.rds;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.database.AuroraCluster;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.database.DatabaseInstance;
import dev.stowage.dsl.database.DatabaseSpec;
import dev.stowage.dsl.database.MadeDatabase;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.schema.resource.RdsDbSubnetGroup;
import dev.stowage.schema.resource.SecretsManagerSecret;
import dev.stowage.schema.resource.SecretsManagerSecret.GenerateSecretString;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.iam.Secrets;

/**
 * A database: its login, its subnets, the security group that callers are let into, and the instance or cluster itself. The
 * password is made up by Secrets Manager and stays: tasks get it when they start, so that one that changed by itself, as those
 * do that RDS keeps, would lock out tasks that run.
 */
public final class DatabaseEmitter {

    static final String GROUP = "DatabaseSecurityGroup";
    static final String DATABASE = "Database";
    static final String SUBNETS = "DatabaseSubnets";

    private static final int PASSWORD = 32;

    private final MadeDatabase<?> database;
    private final DatabaseSpec spec;
    private final Emission out;

    private DatabaseEmitter(MadeDatabase<?> database, Emission out) {
        this.database = database;
        this.spec = database.spec();
        this.out = out;
    }

    /** Adds the resources of a database that is made here. */
    public static void emit(Database database, Emission out) {
        if (database instanceof MadeDatabase<?> made) {
            new DatabaseEmitter(made, out).emit();
        }
    }

    /** What an attribute of a database is to an expression: {@code Host} or {@code ReadHost}. */
    public static Node attribute(Database database, String attribute, Emission out) {
        var current = out.estate().current(database);
        return current.locator().isPresent()
                ? out.locate(current, current.locator().get(), "String", "Host")
                : out.ref(current, DATABASE, attribute.equals("Host") ? "Endpoint.Address" : "ReadEndpoint.Address");
    }

    private void emit() {
        DatabaseChecks.check(database, out);
        login();
        subnets();
        SecurityGroups.emit(database, GROUP, spec.network(), "Database", out);
        if (database instanceof DatabaseInstance instance) {
            new InstanceEmitter(instance, out).emit();
        } else if (database instanceof AuroraCluster cluster) {
            new ClusterEmitter(cluster, out).emit();
        }
    }

    private void login() {
        var particulars = database.particulars();
        var generated = GenerateSecretString.of()
                .said(particulars.at("user"))
                .passwordLength(PASSWORD)
                .excludePunctuation(true)
                .secretStringTemplate("{\"username\":\"" + spec.user() + "\"}")
                .generateStringKey("password");
        var secret = SecretsManagerSecret.of().said(particulars.birth()).generateSecretString(generated);
        if (spec.encryption().isPresent()) {
            secret = secret.said(particulars.at("encryptedBy"))
                    .kmsKeyId(Arns.of(spec.encryption().get(), "", out));
        }
        out.add(kept(
                Draft.of(database, Secrets.LOGIN, SecretsManagerSecret.TYPE, secret)
                        .kind(Kind.SECRET),
                spec));
    }

    private void subnets() {
        var kind = spec.subnets()
                .orElse(
                        out.estate().current(spec.network()).hasIsolatedSubnets()
                                ? SubnetKind.ISOLATED
                                : SubnetKind.PRIVATE);
        var group = RdsDbSubnetGroup.of()
                .said(database.particulars().at("in"))
                .dbSubnetGroupDescription("Subnets of database " + out.estate().stem(database))
                .subnetIds(Networks.subnets(spec.network(), kind, out));
        out.add(Draft.of(database, SUBNETS, RdsDbSubnetGroup.TYPE, group));
    }

    /** What a database keeps stays when its stack is deleted, unless it is there for trying things out. */
    static Draft kept(Draft draft, DatabaseSpec spec) {
        return spec.isDisposable() ? draft.deleted() : draft.retained();
    }

    /** The field of the login that CloudFormation hands to RDS. */
    static Node resolved(MadeDatabase<?> database, String field, Emission out) {
        return Secrets.resolved(database.login().field(field), out);
    }

    static ListNode groups(MadeDatabase<?> database, Emission out) {
        return ListNode.of(out.ref(database, GROUP, "GroupId"));
    }
}
