package programs.words;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.database.Engine.POSTGRES;
import static dev.stowage.dsl.network.SubnetKind.PRIVATE;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.database.AuroraCluster;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.database.DatabaseInstance;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Outcome;

/** Databases, and containers that connect to them. */
class DatabaseTest {

    private static final Vpc NETWORK = Vpc.of("main", "10.0.0.0/16").sharedNat();
    private static final Cluster CLUSTER = Cluster.of("shop", NETWORK);
    private static final DatabaseInstance ORDERS = DatabaseInstance.postgres("orders", NETWORK);
    private static final String ADDRESS = "{\"Fn::Join\": [\"\", [\"jdbc:postgresql://\", "
            + "{\"Fn::GetAtt\": [\"OrdersDatabase\", \"Endpoint.Address\"]}, \":5432/orders\"]]}";

    @Test
    void isEncryptedKeptAndCutOffFromTheInternetUnlessToldOtherwise() {
        var outcome = of(ORDERS);

        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        assertThat(outcome.text("OrdersDatabase", "Engine")).isEqualTo("\"postgres\"");
        assertThat(outcome.text("OrdersDatabase", "StorageEncrypted")).isEqualTo("true");
        assertThat(outcome.text("OrdersDatabase", "PubliclyAccessible")).isEqualTo("false");
        assertThat(outcome.text("OrdersDatabase", "DeletionProtection")).isEqualTo("true");
        assertThat(outcome.text("OrdersDatabase", "BackupRetentionPeriod")).isEqualTo("7");
        assertThat(outcome.text("OrdersDatabaseSubnets", "SubnetIds"))
                .contains("MainPrivateSubnet1", "MainPrivateSubnet2");
        assertThat(outcome.json("shop")).contains("\"DeletionPolicy\": \"Retain\"");
    }

    @Test
    void getsAPasswordThatNobodyHasSeen() {
        var outcome = of(ORDERS.user("shop"));

        assertThat(outcome.text("OrdersDatabase", "MasterUsername")).isEqualTo("\"shop\"");
        assertThat(outcome.text("OrdersDatabase", "MasterUserPassword"))
                .isEqualTo("{\"Fn::Join\": [\"\", [\"{{resolve:secretsmanager:\", {\"Ref\": \"OrdersLoginSecret\"}, "
                        + "\":SecretString:password}}\"]]}");
        assertThat(outcome.text("OrdersLoginSecret", "GenerateSecretString/SecretStringTemplate"))
                .contains("shop");
    }

    @Test
    void tellsContainersWhereItIsHandsThemItsLoginAndLetsThemIn() {
        var outcome = of(service(ORDERS));

        assertThat(outcome.rules()).isEmpty();
        var container = "ContainerDefinitions/0/";
        assertThat(outcome.text("WebTaskDefinition", container + "Environment/0"))
                .isEqualTo("{\"Name\": \"SPRING_DATASOURCE_URL\", \"Value\": " + ADDRESS + "}");
        assertThat(outcome.text("WebTaskDefinition", container + "Secrets/1"))
                .isEqualTo("{\"Name\": \"SPRING_DATASOURCE_PASSWORD\", \"ValueFrom\": {\"Fn::Join\": [\"\", "
                        + "[{\"Ref\": \"OrdersLoginSecret\"}, \":password::\"]]}}");
        assertThat(outcome.text("WebToOrdersDatabaseIngress", "GroupId"))
                .isEqualTo("{\"Fn::GetAtt\": [\"OrdersDatabaseSecurityGroup\", \"GroupId\"]}");
        assertThat(outcome.text("WebToOrdersDatabaseIngress", "FromPort")).isEqualTo("5432");
        assertThat(outcome.text("WebExecutionRole", "Policies/0/PolicyDocument/Statement"))
                .contains("OrdersLoginSecret");
        assertThat(outcome.resources("AWS::SecretsManager::Secret")).hasSize(1);
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void namesVariablesForTheDatabaseWhereNothingElseIsSaid() {
        var task = FargateTask.sized(HalfVcpu.GB_1)
                .container(Given.container().connects(DatabaseInstance.mysql("order-book", NETWORK)));
        var outcome = of(CLUSTER.schedule("nightly", task, cron("0 3 * * ? *")));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("NightlyTaskDefinition", "ContainerDefinitions/0/Environment/0"))
                .contains("ORDER_BOOK_URL", "jdbc:mysql://", ":3306/orderbook");
        assertThat(outcome.text("NightlyToOrderBookDatabaseIngress", "FromPort"))
                .isEqualTo("3306");
    }

    @Test
    void lendsItselfToOtherStacks() {
        var outcome =
                Outcome.of(() -> App.of(Stack.of("base", NETWORK, CLUSTER, ORDERS), Stack.of("shop", service(ORDERS))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.stacks()).containsExactly("base", "shop");
        assertThat(outcome.template("base").resources())
                .extracting(each -> each.logicalId())
                .contains("OrdersLoginSecret", "OrdersDatabase");
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Secrets/0"))
                .contains("Fn::ImportValue");
        assertThat(outcome.text("WebToOrdersDatabaseIngress", "GroupId")).contains("Fn::ImportValue");
    }

    @Test
    void growsAndShrinksOnAurora() {
        var aurora = AuroraCluster.postgres("orders", NETWORK.isolated())
                .capacity(0, 8)
                .readers(2)
                .backups(14)
                .version("17.4")
                .encryptedBy(Key.of("data"));
        var outcome = of(aurora);

        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        assertThat(outcome.text("OrdersDatabase", "Engine")).isEqualTo("\"aurora-postgresql\"");
        assertThat(outcome.text("OrdersDatabase", "ServerlessV2ScalingConfiguration"))
                .isEqualTo("{\"MinCapacity\": 0, \"MaxCapacity\": 8}");
        assertThat(outcome.ids()).contains("OrdersDatabaseWriter", "OrdersDatabaseReader1", "OrdersDatabaseReader2");
        assertThat(outcome.text("OrdersDatabaseSubnets", "SubnetIds")).contains("MainIsolatedSubnet1");
        assertThat(outcome.text("OrdersDatabase", "KmsKeyId")).contains("DataKey");
        assertThat(outcome.text("OrdersLoginSecret", "KmsKeyId")).contains("DataKey");
    }

    @Test
    void goesWithItsStackWhereItIsThereForTryingThingsOut() {
        var outcome = of(ORDERS.disposable());

        assertThat(outcome.text("OrdersDatabase", "DeletionProtection")).isEqualTo("false");
        assertThat(outcome.json("shop"))
                .contains("\"DeletionPolicy\": \"Delete\"")
                .doesNotContain("Retain");
    }

    @Test
    void connectsToOneThatExists() {
        var login = Secret.existing("ledger", parameter("LedgerLogin"));
        var ledger = Database.existing("ledger", POSTGRES, id("ledger.example.com"), login);
        var outcome = of(service(ledger.database("books")));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Environment/0/Value"))
                .isEqualTo("\"jdbc:postgresql://ledger.example.com:5432/books\"");
        assertThat(outcome.text("WebToLedgerDatabaseIngress", "GroupId"))
                .isEqualTo("{\"Ref\": \"LedgerSecurityGroup\"}");
        var guarded = ledger.securityGroup(SecurityGroup.existing("ledger", id("sg-1")));
        assertThat(of(service(guarded)).text("WebToLedgerDatabaseIngress", "GroupId"))
                .isEqualTo("\"sg-1\"");
    }

    @Test
    void findsWhatRdsRefuses() {
        assertThat(of(ORDERS.user("admin")
                                .database("1st")
                                .backups(36)
                                .size("t4g.small")
                                .storage(5))
                        .rules())
                .containsExactlyInAnyOrder(
                        "database.user", "database.name", "database.backups", "database.size", "database.storage");
        assertThat(of(AuroraCluster.mysql("orders", NETWORK).capacity(2, 1.3).readers(16))
                        .rules())
                .containsExactlyInAnyOrder("database.capacity", "database.readers");
        assertThat(of(DatabaseInstance.mariaDb("orders", NETWORK.zones(1)).in(PRIVATE))
                        .rules())
                .containsExactly("database.zones");
    }

    private static FargateService service(Database database) {
        return CLUSTER.service(
                "web",
                FargateTask.sized(HalfVcpu.GB_1).container(Given.container().connects(database, "SPRING_DATASOURCE")));
    }

    private static Outcome of(Root thing) {
        return Outcome.of(() -> Stack.of("shop", thing));
    }
}
