package programs.traffic;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.grpc;
import static dev.stowage.dsl.traffic.Match.header;
import static dev.stowage.dsl.traffic.Match.headerRegex;
import static dev.stowage.dsl.traffic.Match.hostRegex;
import static dev.stowage.dsl.traffic.Match.method;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Match.pathRegex;
import static dev.stowage.dsl.traffic.Match.query;
import static dev.stowage.dsl.traffic.Match.queryValue;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsRoute;
import dev.stowage.dsl.traffic.Jwt;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.Login;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.dsl.traffic.TlsPolicy;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;
import programs.deploy.Shop;

/** What an Application Load Balancer can do beside leading paths to services. */
class FrontTest {

    private static final Login LOGIN = Login.openId(
                    "https://login.example",
                    "shop",
                    Secret.existing("login", parameter("LoginSecret")).field("client"))
            .endpoints("https://login.example/auth", "https://login.example/token", "https://login.example/me");

    @Test
    void looksAtHeadersQueriesAndMethods() {
        var outcome = behind(Shop.HTTPS.when(header("X-Next", "1", "2"), query("next", "yes"), method("GET")));
        assertThat(outcome.text(rule(outcome), "Conditions"))
                .isEqualTo("[{\"Field\": \"http-header\", \"HttpHeaderConfig\": "
                        + "{\"HttpHeaderName\": \"X-Next\", \"Values\": [\"1\", \"2\"]}}, "
                        + "{\"Field\": \"query-string\", \"QueryStringConfig\": "
                        + "{\"Values\": [{\"Key\": \"next\", \"Value\": \"yes\"}]}}, "
                        + "{\"Field\": \"http-request-method\", \"HttpRequestMethodConfig\": "
                        + "{\"Values\": [\"GET\"]}}]");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void tellsTwoHeadersApart() {
        var outcome = Shop.outcome(Shop.service()
                .behind(Shop.HTTPS.when(header("X-One", "1")))
                .behind(Shop.HTTPS.when(header("X-Two", "1"))));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule"))
                .hasSize(2);
    }

    @Test
    void sendsCallersToLogIn() {
        var outcome = behind(Shop.HTTPS.path("/*").login(LOGIN));
        assertThat(outcome.text(rule(outcome), "Actions/0/Type")).isEqualTo("\"authenticate-oidc\"");
        assertThat(outcome.text(rule(outcome), "Actions/0/AuthenticateOidcConfig/ClientSecret"))
                .isEqualTo("{\"Fn::Join\": [\"\", [\"{{resolve:secretsmanager:\", {\"Ref\": \"LoginSecret\"}, "
                        + "\":SecretString:client}}\"]]}");
        assertThat(outcome.text(rule(outcome), "Actions/1/Order")).isEqualTo("2");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void sendsCallersToAUserPool() {
        var pool = arn("arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_1");
        var outcome = behind(Shop.HTTPS.path("/*").login(Login.cognito(pool, "client", "shop")));
        assertThat(outcome.text(rule(outcome), "Actions/0/AuthenticateCognitoConfig"))
                .isEqualTo("{\"UserPoolArn\": \"arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_1\", "
                        + "\"UserPoolClientId\": \"client\", \"UserPoolDomain\": \"shop\"}");
    }

    @Test
    void shiftsNoTrafficBehindALogin() {
        var outcome = Shop.outcome(
                Shop.service().behind(Shop.HTTPS.path("/*").login(LOGIN)).deploy(blueGreen()));
        assertThat(outcome.rules()).containsExactly("deployment.shift.login");
    }

    @Test
    void notesRequestsAndClosesIdleConnections() {
        var logs = Bucket.existing("logs", id("acme-logs"));
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK)
                .accessLogs(logs)
                .idleTimeout(ofSeconds(120));
        var outcome = behind(front.https(certificate("shop")).path("/*"));
        assertThat(outcome.text("FrontLoadBalancer", "LoadBalancerAttributes"))
                .isEqualTo("[{\"Key\": \"access_logs.s3.enabled\", \"Value\": \"true\"}, "
                        + "{\"Key\": \"access_logs.s3.bucket\", \"Value\": \"acme-logs\"}, "
                        + "{\"Key\": \"idle_timeout.timeout_seconds\", \"Value\": \"120\"}]");
        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void refusesIdleConnectionsForTooLong() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).idleTimeout(ofMinutes(67));
        assertThat(behind(front.https(certificate("shop")).path("/*")).rules())
                .containsExactly("balancer.idle-timeout");
    }

    @Test
    void letsALoadBalancerWriteToABucketThatIsMadeHere() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).accessLogs(Bucket.of("logs"));
        var outcome = behind(front.https(certificate("shop")).path("/*"));
        assertThat(outcome.text("LogsBucketPolicy", "PolicyDocument/Statement/1"))
                .isEqualTo("{\"Effect\": \"Allow\", "
                        + "\"Principal\": {\"Service\": \"logdelivery.elasticloadbalancing.amazonaws.com\"}, "
                        + "\"Action\": \"s3:PutObject\", \"Resource\": {\"Fn::Sub\": "
                        + "[\"${Bucket}/AWSLogs/${AWS::AccountId}/*\", "
                        + "{\"Bucket\": {\"Fn::GetAtt\": [\"LogsBucket\", \"Arn\"]}}]}}");
        assertThat(Outcome.text(outcome.resource("FrontLoadBalancer").attributes()))
                .contains("\"LogsBucketPolicy\"");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void letsLoadBalancersOfSeveralStacksWriteToOneBucket() {
        var logs = Bucket.of("logs");
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).accessLogs(logs);
        var edge = NetworkLoadBalancer.internal("edge", Shop.NETWORK).accessLogs(logs);
        var outcome = Outcome.of(() -> App.of(
                Stack.of("logs", logs),
                Stack.of("front", Shop.service().behind(front.http().path("/*"))),
                Stack.of("edge", edge)));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("LogsBucketPolicy", "PolicyDocument/Statement"))
                .contains(
                        "\"logdelivery.elasticloadbalancing.amazonaws.com\"",
                        "\"delivery.logs.amazonaws.com\"",
                        "\"s3:GetBucketAcl\"",
                        "\"bucket-owner-full-control\"",
                        "\"aws:SourceAccount\"");
        assertThat(outcome.text("EdgeLoadBalancer", "LoadBalancerAttributes"))
                .contains("access_logs.s3.enabled", "Fn::ImportValue");
        assertThat(outcome.stacks().get(0)).isEqualTo("logs");
    }

    @Test
    void writesNoLogsToABucketOfAKey() {
        var logs = Bucket.of("logs").encryptedBy(Key.of("logs"));
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).accessLogs(logs);
        assertThat(behind(front.https(certificate("shop")).path("/*")).rules()).contains("balancer.logs.bucket");
    }

    @Test
    void makesACertificateAndProvesIt() {
        var own = Certificate.of("shop", id("Z0123"), "shop.example", "*.shop.example", "shop.example");
        var outcome = behind(
                LoadBalancer.internetFacing("front", Shop.NETWORK).https(own).path("/*"));
        assertThat(outcome.text("ShopCertificate", "DomainName")).isEqualTo("\"shop.example\"");
        assertThat(outcome.text("ShopCertificate", "SubjectAlternativeNames")).isEqualTo("[\"*.shop.example\"]");
        assertThat(outcome.text("ShopCertificate", "ValidationMethod")).isEqualTo("\"DNS\"");
        assertThat(outcome.text("ShopCertificate", "DomainValidationOptions"))
                .isEqualTo("[{\"DomainName\": \"shop.example\", \"HostedZoneId\": \"Z0123\"}, "
                        + "{\"DomainName\": \"*.shop.example\", \"HostedZoneId\": \"Z0123\"}]");
        assertThat(outcome.text("Front443Listener", "Certificates"))
                .isEqualTo("[{\"CertificateArn\": {\"Ref\": \"ShopCertificate\"}}]");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void makesACertificateInTheStackThatNamesIt() {
        var own = Certificate.of("shop", parameter("Zone"), "shop.example");
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK);
        var outcome = Outcome.of(() -> App.of(
                Stack.of("names", own),
                Stack.of("shop", Shop.service().behind(front.https(own).path("/*")))));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("Front443Listener", "Certificates/0/CertificateArn"))
                .isEqualTo("{\"Fn::ImportValue\": \"names-ShopCertificate-Ref\"}");
    }

    @Test
    void makesNoCertificateForWhatIsNoHost() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK);
        var url = Certificate.of("url", id("Z0123"), "https://shop.example");
        assertThat(behind(front.https(url).path("/*"))
                        .finding("certificate.host")
                        .message())
                .isEqualTo("The certificate `url` stands for `https://shop.example`, which is no name of a host.");
        var longest = Certificate.of("long", id("Z0123"), "a".repeat(60) + ".example");
        assertThat(behind(front.https(longest).path("/*")).rules()).containsExactly("certificate.host");
    }

    @Test
    void isProtectedAndKnownByName() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK)
                .protectedBy(parameter("WebAcl"))
                .alias(id("Z0123"), "shop.example")
                .alias(id("Z0123"), "www.shop.example");
        var outcome = behind(front.https(certificate("shop")).path("/*"));
        assertThat(outcome.text("FrontWebAclAssociation", "WebACLArn")).isEqualTo("{\"Ref\": \"WebAcl\"}");
        assertThat(outcome.text("FrontShopExampleRecord", "AliasTarget"))
                .isEqualTo("{\"DNSName\": {\"Fn::GetAtt\": [\"FrontLoadBalancer\", \"DNSName\"]}, "
                        + "\"HostedZoneId\": {\"Fn::GetAtt\": [\"FrontLoadBalancer\", \"CanonicalHostedZoneID\"]}}");
        assertThat(outcome.ids()).contains("FrontWwwShopExampleRecord");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void agreesToTheVersionsOfTlsThatAreSaid() {
        var front = Shop.HTTPS.tls(TlsPolicy.TLS_1_3);
        var outcome = Shop.outcome(Shop.service()
                .behind(front.path("/*"))
                .behind(NetworkLoadBalancer.internal("gate", Shop.NETWORK)
                        .tls(993, Certificate.existing("mail", parameter("Mail")))
                        .tls(TlsPolicy.TLS_1_0)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("Front443Listener", "SslPolicy"))
                .isEqualTo("\"ELBSecurityPolicy-TLS13-1-3-PQ-2025-09\"");
        assertThat(outcome.text("WebGateTls993Listener", "SslPolicy"))
                .isEqualTo("\"ELBSecurityPolicy-TLS13-1-0-2021-06\"");
        assertThat(Shop.outcome(Shop.service().behind(Shop.HTTPS.path("/*"))).text("Front443Listener", "SslPolicy"))
                .isEqualTo("\"" + TlsPolicy.TLS_1_2.policy() + "\"");
    }

    @Test
    void showsACertificateForEachHost() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK);
        var outcome = behind(
                front.https(certificate("shop")).also(certificate("blog")).path("/*"));
        assertThat(outcome.text("Front443BlogCertificate", "Certificates/0/CertificateArn"))
                .isEqualTo("\"arn:aws:acm:eu-west-1:111122223333:certificate/blog\"");
        assertThat(outcome.text("Front443BlogCertificate", "ListenerArn")).isEqualTo("{\"Ref\": \"Front443Listener\"}");
        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void countsAPathBesideAHeaderAsMoreSpecific() {
        var outcome = behind(Shop.HTTPS.when(path("/*"), header("X-Next", "1")));
        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void looksAtRegularExpressionsAndAtValuesOfAnyKey() {
        var outcome = behind(Shop.HTTPS.when(
                pathRegex("^/v[0-9]+/"), hostRegex("^a.*"), headerRegex("X-Next", "^1$"), queryValue("yes")));
        assertThat(outcome.text(rule(outcome), "Conditions"))
                .isEqualTo(
                        "[{\"Field\": \"path-pattern\", \"PathPatternConfig\": {\"RegexValues\": [\"^/v[0-9]+/\"]}}, "
                                + "{\"Field\": \"host-header\", \"HostHeaderConfig\": {\"RegexValues\": [\"^a.*\"]}}, "
                                + "{\"Field\": \"http-header\", \"HttpHeaderConfig\": "
                                + "{\"HttpHeaderName\": \"X-Next\", \"RegexValues\": [\"^1$\"]}}, "
                                + "{\"Field\": \"query-string\", \"QueryStringConfig\": {\"Values\": [{\"Value\": \"yes\"}]}}]");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void letsOnlyTokensThrough() {
        var token = Jwt.issuedBy("https://login.example", "https://login.example/keys.json")
                .claimAmong("aud", "shop", "blog")
                .claim("tenant", "acme")
                .scope("read", "write");
        var outcome = behind(Shop.HTTPS.path("/*").jwt(token));
        assertThat(outcome.text(rule(outcome), "Actions/0"))
                .isEqualTo(
                        "{\"Type\": \"jwt-validation\", \"JwtValidationConfig\": {\"Issuer\": \"https://login.example\", "
                                + "\"JwksEndpoint\": \"https://login.example/keys.json\", \"AdditionalClaims\": ["
                                + "{\"Name\": \"aud\", \"Format\": \"string-array\", \"Values\": [\"shop\", \"blog\"]}, "
                                + "{\"Name\": \"tenant\", \"Format\": \"single-string\", \"Values\": [\"acme\"]}, "
                                + "{\"Name\": \"scope\", \"Format\": \"space-separated-values\", "
                                + "\"Values\": [\"read\", \"write\"]}]}, \"Order\": 1}");
        assertThat(outcome.text(rule(outcome), "Actions/1/Order")).isEqualTo("2");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void wantsClaimsThatAreNotLookedAtAnyway() {
        var token = Jwt.issuedBy("https://login.example", "http://login.example/keys.json")
                .claim("iss", "https://login.example");
        assertThat(behind(Shop.HTTPS.path("/*").jwt(token)).rules())
                .containsExactly("route.jwt.keys", "route.jwt.claim");
        var route = Shop.HTTPS.path("/*").jwt(Jwt.issuedBy("https://a.example", "https://a.example/k"));
        assertThat(Shop.outcome(Shop.service().behind(route).deploy(blueGreen()))
                        .rules())
                .containsExactly("deployment.shift.login");
    }

    @Test
    void rewritesPathsAndHosts() {
        var outcome = behind(
                Shop.HTTPS.path("/api/*").rewritePath("^/api/(.*)$", "/$1").rewriteHost("^.*$", "api.internal"));
        assertThat(outcome.text(rule(outcome), "Transforms"))
                .isEqualTo("[{\"Type\": \"url-rewrite\", \"UrlRewriteConfig\": {\"Rewrites\": "
                        + "[{\"Regex\": \"^/api/(.*)$\", \"Replace\": \"/$1\"}]}}, "
                        + "{\"Type\": \"host-header-rewrite\", \"HostHeaderRewriteConfig\": {\"Rewrites\": "
                        + "[{\"Regex\": \"^.*$\", \"Replace\": \"api.internal\"}]}}]");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void choosesTasksAsItIsTold() {
        var outcome = behind(Shop.HTTPS.path("/*").slowStart(ofMinutes(1)).sticky(ofMinutes(5), "SHOP"));
        assertThat(outcome.text("WebFront8080TargetGroup", "TargetGroupAttributes"))
                .isEqualTo("[{\"Key\": \"deregistration_delay.timeout_seconds\", \"Value\": \"30\"}, "
                        + "{\"Key\": \"stickiness.enabled\", \"Value\": \"true\"}, "
                        + "{\"Key\": \"stickiness.type\", \"Value\": \"app_cookie\"}, "
                        + "{\"Key\": \"stickiness.app_cookie.duration_seconds\", \"Value\": \"300\"}, "
                        + "{\"Key\": \"stickiness.app_cookie.cookie_name\", \"Value\": \"SHOP\"}, "
                        + "{\"Key\": \"slow_start.duration_seconds\", \"Value\": \"60\"}]");
        assertThat(behind(Shop.HTTPS.path("/*").weightedRandom())
                        .text("WebFront8080TargetGroup", "TargetGroupAttributes"))
                .contains("weighted_random", "anomaly_mitigation");
        assertThat(behind(Shop.HTTPS.path("/*").leastOutstanding())
                        .text("WebFront8080TargetGroup", "TargetGroupAttributes"))
                .contains("least_outstanding_requests");
    }

    @Test
    void startsSlowlyOnlyInTurn() {
        assertThat(behind(Shop.HTTPS.path("/*").slowStart(ofSeconds(5))).rules())
                .containsExactly("route.slow-start");
        assertThat(behind(Shop.HTTPS.path("/*").slowStart(ofSeconds(60)).leastOutstanding())
                        .rules())
                .containsExactly("route.slow-start");
    }

    @Test
    void speaksGrpcWithTasksThatDo() {
        var web = Container.of("web", image("shop/web:1")).port(grpc(8080));
        var service = Cluster.of("shop", Shop.NETWORK)
                .service("web", FargateTask.sized(HalfVcpu.GB_1).container(web));
        var outcome = Shop.outcome(
                service.behind(Shop.HTTPS.path("/*").probe(http("/health").expects("0-99"))));
        assertThat(outcome.text("WebFront8080TargetGroup", "ProtocolVersion")).isEqualTo("\"GRPC\"");
        assertThat(outcome.text("WebFront8080TargetGroup", "Matcher")).isEqualTo("{\"GrpcCode\": \"0-99\"}");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Shop.outcome(service.behind(Shop.FRONT.http().path("/*"))).rules())
                .containsExactly("route.http2.plain");
    }

    private static Certificate certificate(String name) {
        return Certificate.existing(name, arn("arn:aws:acm:eu-west-1:111122223333:certificate/" + name));
    }

    private static Outcome behind(HttpsRoute route) {
        return Shop.outcome(Shop.service().behind(route));
    }

    private static String rule(Outcome outcome) {
        return outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule")
                .get(0)
                .logicalId();
    }
}
