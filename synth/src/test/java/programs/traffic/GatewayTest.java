package programs.traffic;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.gateway.ApiRoute.any;
import static dev.stowage.dsl.gateway.ApiRoute.get;
import static dev.stowage.dsl.gateway.ApiRoute.otherwise;
import static dev.stowage.dsl.gateway.ApiRoute.post;
import static dev.stowage.dsl.task.Port.http;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.gateway.Cors;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.gateway.JwtAuthorizer;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;
import programs.deploy.Shop;

/** HTTP APIs of API Gateway, and their ways to services. */
class GatewayTest {

    private static final Endpoint WEB =
            Shop.NETWORK.dnsNamespace("shop.internal").endpoint("web", http(8080));

    private static final HttpApi API = HttpApi.of("open", Shop.NETWORK);

    private static final JwtAuthorizer LOGIN = JwtAuthorizer.of("login", "https://login.example", "shop");

    @Test
    void leadsToAServiceThatAnswersAtAnEndpoint() {
        var outcome =
                outcome(API.route(get("/orders/{id}").to(WEB), post("/orders").to(WEB)));
        assertThat(outcome.text("OpenApi", "ProtocolType")).isEqualTo("\"HTTP\"");
        assertThat(outcome.resources("AWS::ApiGatewayV2::Route")).hasSize(2);
        assertThat(outcome.resources("AWS::ApiGatewayV2::Integration")).hasSize(1);
        var integration =
                outcome.resources("AWS::ApiGatewayV2::Integration").get(0).logicalId();
        assertThat(outcome.text(integration, "IntegrationUri"))
                .isEqualTo("{\"Fn::GetAtt\": [\"WebRegistry\", \"Arn\"]}");
        assertThat(outcome.text(integration, "ConnectionId")).isEqualTo("{\"Ref\": \"OpenVpcLink\"}");
        assertThat(outcome.text(integration, "PayloadFormatVersion")).isEqualTo("\"1.0\"");
        assertThat(outcome.text("OpenVpcLink", "SubnetIds")).isEqualTo("[\"subnet-11\", \"subnet-12\"]");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void isLetInAndFindsThePort() {
        var outcome = outcome(API.route(any("/{proxy+}").to(WEB)));
        assertThat(outcome.text("OpenCallsShopInternalWebEndpoint", "SourceSecurityGroupId"))
                .isEqualTo("{\"Fn::GetAtt\": [\"OpenVpcLinkSecurityGroup\", \"GroupId\"]}");
        assertThat(outcome.text("OpenCallsShopInternalWebEndpoint", "FromPort")).isEqualTo("8080");
        assertThat(outcome.text("WebRegistry", "DnsConfig/DnsRecords/0/Type")).isEqualTo("\"SRV\"");
        assertThat(outcome.text("WebService", "ServiceRegistries"))
                .isEqualTo("[{\"RegistryArn\": {\"Fn::GetAtt\": [\"WebRegistry\", \"Arn\"]}, "
                        + "\"ContainerName\": \"web\", \"ContainerPort\": 8080}]");
    }

    @Test
    void standsInAStackOfItsOwn() {
        var api = API.route(otherwise().to(WEB));
        var outcome = Outcome.of(() -> App.of(
                Stack.of("shop", WEB.namespace(), Shop.service().offers(WEB)),
                Stack.of("gate", api).output("Address", api.url())));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.json("gate")).contains("shop-WebRegistry-Arn", "\"ApiEndpoint\"");
        assertThat(outcome.stacks()).containsExactly("shop", "gate");
    }

    @Test
    void notesEachRequestUnlessItIsTold() {
        var logged = outcome(API.route(otherwise().to(WEB)));
        assertThat(logged.text("OpenApiStage", "AccessLogSettings/DestinationArn"))
                .isEqualTo("{\"Fn::GetAtt\": [\"OpenApiLogGroup\", \"Arn\"]}");
        assertThat(logged.text("OpenApiStage", "AutoDeploy")).isEqualTo("true");
        var silent = outcome(API.route(otherwise().to(WEB)).withoutAccessLogs());
        assertThat(silent.ids()).doesNotContain("OpenApiLogGroup");
    }

    @Test
    void letsOnlyTokensAndSignaturesThrough() {
        var outcome = outcome(API.route(
                get("/orders").to(WEB).jwt(LOGIN, "orders:read"),
                post("/orders").to(WEB).jwt(LOGIN),
                any("/admin").to(WEB).signed()));
        assertThat(outcome.text("OpenLoginAuthorizer", "JwtConfiguration"))
                .isEqualTo("{\"Issuer\": \"https://login.example\", \"Audience\": [\"shop\"]}");
        assertThat(outcome.resources("AWS::ApiGatewayV2::Authorizer")).hasSize(1);
        assertThat(route(outcome, "GET /orders"))
                .contains("\"AuthorizationType\": \"JWT\"", "\"orders:read\"", "\"OpenLoginAuthorizer\"");
        assertThat(route(outcome, "ANY /admin")).contains("\"AWS_IAM\"");
        assertThat(outcome.rules()).isEmpty();
        var other = JwtAuthorizer.of("login", "https://other.example", "shop");
        assertThat(outcome(API.route(
                                get("/a").to(WEB).jwt(LOGIN),
                                get("/b").to(WEB).jwt(other).signed()))
                        .rules())
                .containsExactly("api.authorizer.differs", "api.route.two-ways");
    }

    @Test
    void answersBrowsersItself() {
        var cors = Cors.from("https://shop.example")
                .methods("GET", "POST")
                .headers("authorization")
                .exposes("etag")
                .credentials()
                .keep(ofHours(1));
        var outcome = outcome(API.route(otherwise().to(WEB)).cors(cors));
        assertThat(outcome.text("OpenApi", "CorsConfiguration"))
                .isEqualTo("{\"AllowOrigins\": [\"https://shop.example\"], \"AllowMethods\": [\"GET\", \"POST\"], "
                        + "\"AllowHeaders\": [\"authorization\"], \"ExposeHeaders\": [\"etag\"], "
                        + "\"AllowCredentials\": true, \"MaxAge\": 3600}");
        var open = Cors.from("*").credentials().keep(ofHours(25));
        assertThat(outcome(API.route(otherwise().to(WEB)).cors(open)).rules())
                .containsExactly("api.cors.credentials", "api.cors.time");
    }

    @Test
    void hasANameOfItsOwn() {
        var certificate = Certificate.of("api", id("Z0123"), "api.example");
        var outcome = outcome(API.route(otherwise().to(WEB))
                .domain(id("Z0123"), "api.example", certificate)
                .onlyByDomain()
                .throttle(100, 50)
                .detailedMetrics());
        assertThat(outcome.text("OpenApi", "DisableExecuteApiEndpoint")).isEqualTo("true");
        assertThat(outcome.text("OpenApiDomainName", "DomainNameConfigurations"))
                .isEqualTo("[{\"CertificateArn\": {\"Ref\": \"ApiCertificate\"}, \"EndpointType\": \"REGIONAL\", "
                        + "\"SecurityPolicy\": \"TLS_1_2\"}]");
        assertThat(outcome.text("OpenApiMapping", "Stage")).isEqualTo("{\"Ref\": \"OpenApiStage\"}");
        assertThat(outcome.text("OpenApiRecord", "AliasTarget/DNSName"))
                .isEqualTo("{\"Fn::GetAtt\": [\"OpenApiDomainName\", \"RegionalDomainName\"]}");
        assertThat(outcome.text("OpenApiStage", "DefaultRouteSettings"))
                .isEqualTo("{\"DetailedMetricsEnabled\": true, \"ThrottlingRateLimit\": 100, "
                        + "\"ThrottlingBurstLimit\": 50}");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        assertThat(outcome(API.route(otherwise().to(WEB)).onlyByDomain().throttle(0, 1))
                        .rules())
                .containsExactly("api.unreachable", "api.throttle");
    }

    @Test
    void leadsToListenersOfBothKinds() {
        var inside = LoadBalancer.internal("inside", Shop.NETWORK);
        var https = inside.https(Certificate.of("inner", id("Z0123"), "*.inner.example", "inner.example"));
        var port = NetworkLoadBalancer.internal("edge", Shop.NETWORK).tcp(8080);
        var api = API.route(
                get("/a").to(https),
                get("/b").to(inside.http()).within(ofSeconds(5)),
                get("/c").to(port));
        var service = Shop.service()
                .behind(https.path("/*"))
                .behind(inside.http().path("/*"))
                .behind(port);
        var outcome = Outcome.of(() -> Stack.of("shop", api, service));
        assertThat(outcome.text("OpenToInside443Integration", "IntegrationUri"))
                .isEqualTo("{\"Ref\": \"Inside443Listener\"}");
        assertThat(outcome.text("OpenToInside443Integration", "TlsConfig"))
                .isEqualTo("{\"ServerNameToVerify\": \"inner.example\"}");
        assertThat(outcome.text("OpenToEdgeTcp8080Integration", "IntegrationUri"))
                .isEqualTo("{\"Ref\": \"WebEdgeTcp8080Listener\"}");
        assertThat(outcome.json("shop")).contains("\"TimeoutInMillis\": 5000");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void wantsToKnowTheNameOfACertificateOfOthers() {
        var api = API.route(get("/a").to(Shop.HTTPS), get("/b").to(Shop.HTTPS).serverName("shop.example"));
        var outcome = Outcome.of(() -> Stack.of("shop", api, Shop.service().behind(Shop.HTTPS.path("/*"))));
        assertThat(outcome.rules()).containsExactly("api.server-name");
    }

    @Test
    void findsRoutesThatCannotBe() {
        assertThat(outcome(API).rules()).containsExactly("api.without-route");
        assertThat(outcome(API.route(
                                get("orders").to(WEB),
                                get("/a").to(WEB),
                                get("/a").to(WEB),
                                any("/{proxy+}/x").to(WEB),
                                get("/b").to(WEB).within(ofMinutes(1))))
                        .rules())
                .containsExactly("api.route.path", "api.route.twice", "api.route.path", "api.route.time");
        var nobody = API.route(
                get("/a").to(NetworkLoadBalancer.internal("edge", Shop.NETWORK).tcp(80)));
        assertThat(outcome(nobody).rules()).containsExactly("api.listener.unanswered");
    }

    @Test
    void takesNoPartInServiceConnect() {
        var endpoint = Shop.NETWORK.namespace("mesh").endpoint("web", http(8080));
        var api = API.route(otherwise().to(endpoint));
        var outcome = Outcome.of(() -> Stack.of("shop", api, Shop.service().offers(endpoint)));
        assertThat(outcome.rules()).containsExactly("api.endpoint.connect");
    }

    @Test
    void sharesItsRecordsWithNoOtherCaller() {
        var api = API.route(otherwise().to(WEB));
        var outcome = Outcome.of(
                () -> Stack.of("shop", api, Shop.service().offers(WEB).calls(WEB)));
        assertThat(outcome.rules()).contains("api.endpoint.called");
    }

    @Test
    void hasTagsAsApiGatewayTakesThem() {
        var api = API.route(otherwise().to(WEB)).tag("team", "shop");
        var outcome = outcome(api);
        assertThat(outcome.text("OpenApi", "Tags")).isEqualTo("{\"team\": \"shop\"}");
        assertThat(outcome.text("OpenVpcLinkSecurityGroup", "Tags"))
                .isEqualTo("[{\"Key\": \"team\", \"Value\": \"shop\"}]");
    }

    @Test
    void asksForTheZoneOfItsName() {
        var certificate = Certificate.existing("api", parameter("Certificate"));
        var outcome = outcome(API.route(otherwise().to(WEB)).domain(parameter("Zone"), "api.example", certificate));
        assertThat(outcome.text("OpenApiRecord", "HostedZoneId")).isEqualTo("{\"Ref\": \"Zone\"}");
    }

    private static String route(Outcome outcome, String key) {
        return outcome.resources("AWS::ApiGatewayV2::Route").stream()
                .map(each -> Outcome.text(each.properties()))
                .filter(each -> each.contains("\"" + key + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(HttpApi api) {
        return Outcome.of(() -> Stack.of("shop", api, Shop.service().offers(WEB)));
    }
}
