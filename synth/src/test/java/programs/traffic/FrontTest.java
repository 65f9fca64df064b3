package programs.traffic;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.traffic.Match.header;
import static dev.stowage.dsl.traffic.Match.method;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Match.query;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsRoute;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.Login;
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
    void writesNoLogsWhereNobodyMayWrite() {
        var front = LoadBalancer.internetFacing("front", Shop.NETWORK).accessLogs(Bucket.of("logs"));
        assertThat(behind(front.https(certificate("shop")).path("/*")).rules()).contains("balancer.logs.bucket");
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
