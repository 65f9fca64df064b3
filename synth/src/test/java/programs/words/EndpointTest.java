package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Port.udp;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.AccessLogFormat;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Namespaces, the endpoints in them, and the services that answer there and call. */
class EndpointTest {

    private static final Vpc NETWORK = Vpc.existing("main", id("vpc-1"));
    private static final Cluster CLUSTER = Cluster.of("shop", NETWORK);
    private static final Namespace NAMES = NETWORK.namespace("shop.internal");
    private static final Endpoint ORDERS = NAMES.endpoint("orders", http(8080));
    private static final Endpoint STOCK = NAMES.endpoint("stock", http(9090));

    @Test
    void whoAnswersIsFoundByTheNameOfTheEndpoint() {
        var outcome =
                Outcome.of(() -> Stack.of("shop", service("orders", http(8080)).offers(ORDERS)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("OrdersTaskDefinition", "ContainerDefinitions/0/PortMappings/0"))
                .isEqualTo("{\"Name\": \"http-8080\", \"ContainerPort\": 8080, \"Protocol\": \"tcp\", "
                        + "\"AppProtocol\": \"http\"}");
        assertThat(outcome.text("OrdersService", "ServiceConnectConfiguration/Services/0"))
                .isEqualTo("{\"PortName\": \"http-8080\", \"DiscoveryName\": \"orders\", \"ClientAliases\": "
                        + "[{\"DnsName\": \"orders.shop.internal\", \"Port\": 8080}]}");
        assertThat(outcome.text("OrdersService", "ServiceConnectConfiguration/Namespace"))
                .isEqualTo("{\"Fn::GetAtt\": [\"ShopInternalNamespace\", \"Arn\"]}");
        assertThat(outcome.text("OrdersService", "NetworkConfiguration/AwsvpcConfiguration/SecurityGroups"))
                .contains("OrdersSecurityGroup", "ShopInternalOrdersEndpointSecurityGroup");
    }

    @Test
    void showsNewTasksToRequestsWithAHeader() {
        var seen = ORDERS.preview("X-Version", "next");
        var outcome = Outcome.of(() ->
                Stack.of("shop", service("orders", http(8080)).offers(seen).deploy(blueGreen())));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("OrdersService", "ServiceConnectConfiguration/Services/0/ClientAliases/0"))
                .endsWith("\"TestTrafficRules\": {\"Header\": {\"Name\": \"X-Version\", \"Value\": "
                        + "{\"Exact\": \"next\"}}}}");
        assertThat(Outcome.of(() ->
                                Stack.of("shop", service("orders", http(8080)).offers(seen)))
                        .rules())
                .containsExactly("endpoint.preview");
        var bytes = NAMES.endpoint("bytes", tcp(8080)).preview("X-Version", "next");
        assertThat(Outcome.of(() -> Stack.of(
                                "shop",
                                service("bytes", tcp(8080)).offers(bytes).deploy(blueGreen())))
                        .rules())
                .containsExactly("endpoint.preview");
    }

    @Test
    void saysForHowLongAnAddressIsKept() {
        var records = NETWORK.dnsNamespace("data.internal");
        var cache = records.endpoint("cache", tcp(6379)).keepsAddresses(ofSeconds(60));
        var outcome =
                Outcome.of(() -> Stack.of("shop", service("cache", tcp(6379)).offers(cache)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("CacheRegistry", "DnsConfig/DnsRecords/0")).isEqualTo("{\"Type\": \"A\", \"TTL\": 60}");
        assertThat(Outcome.of(() -> Stack.of(
                                "shop", service("orders", http(8080)).offers(ORDERS.keepsAddresses(ofSeconds(60)))))
                        .rules())
                .containsExactly("endpoint.addresses");
        assertThat(Outcome.of(() -> Stack.of(
                                "shop", service("cache", tcp(6379)).offers(cache.keepsAddresses(ofSeconds(86_401)))))
                        .rules())
                .containsExactly("endpoint.addresses");
    }

    @Test
    void registersInANamespaceThatEverybodySees() {
        var peers = NETWORK.publicNamespace("peers.example.com").endpoint("cache", tcp(6379));
        var outcome =
                Outcome.of(() -> Stack.of("shop", service("cache", tcp(6379)).offers(peers)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resource("PeersExampleComNamespace").type())
                .isEqualTo("AWS::ServiceDiscovery::PublicDnsNamespace");
        assertThat(outcome.text("CacheRegistry", "NamespaceId"))
                .isEqualTo("{\"Fn::GetAtt\": [\"PeersExampleComNamespace\", \"Id\"]}");
    }

    @Test
    void theProxyHasALogGroupToWhichItsTaskMayWrite() {
        var outcome =
                Outcome.of(() -> Stack.of("shop", service("orders", http(8080)).offers(ORDERS)));

        assertThat(outcome.text("OrdersService", "ServiceConnectConfiguration/LogConfiguration/Options/awslogs-group"))
                .isEqualTo("{\"Ref\": \"OrdersConnectLogGroup\"}");
        assertThat(outcome.text("OrdersExecutionRole", "Policies")).contains("OrdersConnectLogGroup");
    }

    @Test
    void encryptsWithCertificatesOfAnAuthority() {
        var authority = arn("arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a");
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                service("orders", http(8080)).offers(ORDERS.encrypted(authority)),
                service("shop", http(1)).calls(ORDERS.encrypted(authority)).accessLogs(AccessLogFormat.JSON)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("OrdersService", "ServiceConnectConfiguration/Services/0/Tls"))
                .isEqualTo("{\"IssuerCertificateAuthority\": {\"AwsPcaAuthorityArn\": "
                        + "\"arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a\"}, "
                        + "\"RoleArn\": {\"Fn::GetAtt\": [\"OrdersConnectTlsRole\", \"Arn\"]}}");
        assertThat(outcome.text("OrdersConnectTlsRole", "ManagedPolicyArns/0"))
                .contains("AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity");
        assertThat(outcome.text("ShopService", "ServiceConnectConfiguration/AccessLogConfiguration"))
                .isEqualTo("{\"Format\": \"JSON\"}");
        assertThat(outcome.ids()).doesNotContain("ShopConnectTlsRole");
    }

    @Test
    void encryptsAndNotesOnlyWhereThereIsAProxy() {
        var records = NETWORK.dnsNamespace("data.internal").endpoint("cache", tcp(8080));
        var authority = arn("arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a");
        assertThat(Outcome.of(() -> Stack.of("shop", service("cache", tcp(8080)).offers(records.encrypted(authority))))
                        .rules())
                .containsExactly("endpoint.encrypted");
        assertThat(Outcome.of(() -> Stack.of("shop", service("a", tcp(1)).accessLogs(AccessLogFormat.TEXT)))
                        .rules())
                .containsExactly("endpoint.access-logs");
    }

    @Test
    void whoCallsIsLetInAtThePortThatAnswers() {
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                service("orders", http(80)).offers(ORDERS, http(80)),
                service("shop", http(1)).calls(ORDERS, STOCK),
                service("stock", http(9090)).offers(STOCK)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ShopCallsShopInternalOrdersEndpoint", "FromPort"))
                .isEqualTo("80");
        assertThat(outcome.text("ShopCallsShopInternalOrdersEndpoint", "SourceSecurityGroupId"))
                .contains("ShopSecurityGroup");
        assertThat(outcome.text("ShopCallsShopInternalStockEndpoint", "GroupId"))
                .contains("ShopInternalStockEndpointSecurityGroup");
        assertThat(outcome.resource("ShopService").attributes().toString()).contains("OrdersService", "StockService");
        assertThat(outcome.text("OrdersService", "ServiceConnectConfiguration/Services/0"))
                .contains("\"PortName\": \"http-80\"", "\"Port\": 8080");
    }

    @Test
    void twoServicesOfOneStackMayCallEachOther() {
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                service("orders", http(8080)).offers(ORDERS).calls(STOCK),
                service("stock", http(9090)).offers(STOCK).calls(ORDERS)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resource("OrdersService").attributes().toString()).doesNotContain("StockService");
        assertThat(outcome.resource("StockService").attributes().toString()).doesNotContain("OrdersService");
    }

    @Test
    void twoServicesOfTwoStacksMayCallEachOther() {
        var outcome = Outcome.of(() -> App.of(
                Stack.of("orders", service("orders", http(8080)).offers(ORDERS).calls(STOCK)),
                Stack.of("stock", service("stock", http(9090)).offers(STOCK).calls(ORDERS)),
                Stack.of("shared", CLUSTER, NAMES)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.stacks()).containsExactly("shared", "orders", "stock");
        assertThat(outcome.json("orders")).doesNotContain("\"stock-");
        assertThat(outcome.json("stock")).doesNotContain("\"orders-");
        assertThat(outcome.text("OrdersCallsShopInternalStockEndpoint", "GroupId"))
                .isEqualTo("{\"Fn::ImportValue\": \"shared-ShopInternalStockEndpointSecurityGroup-GroupId\"}");
    }

    @Test
    void aNamespaceOfAddressRecordsHasNoProxy() {
        var cache = NETWORK.dnsNamespace("data.internal").endpoint("cache", udp(6379));
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                service("cache", udp(6379)).offers(cache),
                service("shop", http(1)).calls(cache)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("CacheRegistry", "DnsConfig"))
                .isEqualTo("{\"DnsRecords\": [{\"Type\": \"A\", \"TTL\": 10}], \"RoutingPolicy\": \"MULTIVALUE\"}");
        assertThat(outcome.text("CacheService", "ServiceRegistries/0/RegistryArn"))
                .isEqualTo("{\"Fn::GetAtt\": [\"CacheRegistry\", \"Arn\"]}");
        assertThat(outcome.text("ShopCallsDataInternalCacheEndpoint", "IpProtocol"))
                .isEqualTo("\"udp\"");
        assertThat(outcome.json("shop")).doesNotContain("ServiceConnectConfiguration");
    }

    @Test
    void anEndpointOfANamespaceThatExistsBelongsToItsStack() {
        var names = Namespace.existing("shop", arn("arn:aws:servicediscovery:eu-west-1:1:namespace/ns-1"), NETWORK);
        var orders = names.endpoint("orders", http(8080));
        var outcome = Outcome.of(() -> Stack.of("shop", service("shop", http(1)).calls(orders)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ShopService", "ServiceConnectConfiguration/Namespace"))
                .contains("ns-1");
        assertThat(outcome.ids()).contains("ShopOrdersEndpointSecurityGroup");
    }

    @Test
    void timesOfAnEndpointAreThoseOfWhoAnswers() {
        var orders = ORDERS.timeout(ofSeconds(5)).idle(ofSeconds(60));
        var outcome =
                Outcome.of(() -> Stack.of("shop", service("orders", http(8080)).offers(orders)));

        assertThat(outcome.text("OrdersService", "ServiceConnectConfiguration/Services/0/Timeout"))
                .isEqualTo("{\"IdleTimeoutSeconds\": 60, \"PerRequestTimeoutSeconds\": 5}");
    }

    @Test
    void anAddressIsAHostAndAPort() {
        var container = Container.of("web", image("web"))
                .port(http(1))
                .env("URL", ORDERS.url("/x"))
                .env("ADDRESS", ORDERS.address());
        var caller = CLUSTER.service("web", FargateTask.sized(OneVcpu.GB_2).container(container))
                .calls(ORDERS);
        var outcome = Outcome.of(
                () -> Stack.of("shop", caller, service("orders", http(8080)).offers(ORDERS)));

        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Environment"))
                .contains("\"http://orders.shop.internal:8080/x\"", "\"orders.shop.internal:8080\"");
    }

    @Test
    void findsAnAddressThatIsNotCalled() {
        var container = Container.of("web", image("web")).env("URL", ORDERS.url());
        var caller = CLUSTER.service("web", FargateTask.sized(OneVcpu.GB_2).container(container));
        var outcome = Outcome.of(
                () -> Stack.of("shop", caller, service("orders", http(8080)).offers(ORDERS)));

        assertThat(outcome.finding("endpoint.not-called").message())
                .isEqualTo("`web` of `web` is told where `orders` is, and nothing lets it in there.");
    }

    @Test
    void findsTwoWhoAnswerAndNone() {
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                service("a", http(8080)).offers(ORDERS).calls(STOCK),
                service("b", http(8080)).offers(ORDERS)));

        assertThat(outcome.rules()).containsExactlyInAnyOrder("endpoint.answered-twice", "endpoint.unanswered");
    }

    @Test
    void findsAPortAtWhichNobodyListens() {
        var outcome = Outcome.of(() -> Stack.of("shop", service("a", tcp(1)).offers(ORDERS)));

        assertThat(outcome.finding("endpoint.port-absent").message())
                .isEqualTo("`a` answers at `orders` with port 8080, and no container of its task listens there.");
    }

    @Test
    void findsWhatServiceConnectDoesNotCarry() {
        var other = NETWORK.namespace("other").endpoint("Caps", udp(1)).timeout(ofSeconds(1));
        var records = NETWORK.dnsNamespace("r");
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                service("a", udp(1), http(8080)).offers(other).offers(ORDERS),
                service("b", tcp(1), tcp(2))
                        .offers(records.endpoint("x", tcp(1)))
                        .offers(records.endpoint("y", tcp(2)))));

        assertThat(outcome.rules())
                .containsExactlyInAnyOrder(
                        "endpoint.name",
                        "endpoint.udp",
                        "endpoint.timeout",
                        "endpoint.two-namespaces",
                        "endpoint.two-records");
    }

    private static FargateService service(String name, Port... ports) {
        var container = Container.of("api", image("shop/" + name));
        for (var port : ports) {
            container = container.port(port);
        }
        return CLUSTER.service(name, FargateTask.sized(OneVcpu.GB_2).container(container));
    }
}
