package dev.stowage.local.translate.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Api;
import dev.stowage.local.balance.Api.Change;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.Proxy;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.balance.TargetGroup.Algorithm;
import dev.stowage.local.balance.TargetGroup.Protocol;
import dev.stowage.local.balance.TargetGroup.Stickiness;
import dev.stowage.local.config.Settings;
import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.translate.Machine;
import dev.stowage.local.translate.Translator;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.semantics.routing.ForwardedFor;
import dev.stowage.schema.semantics.routing.RedirectUrl;
import dev.stowage.schema.semantics.routing.RequestCondition;
import dev.stowage.synth.read.ModelReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Load balancers in a template, and what they are here. */
@Behaviour({"14.1", "14.2", "14.3", "14.5"})
class TrafficPlanTest {

    private static final String GROUP = """
              Group:
                Type: AWS::ElasticLoadBalancingV2::TargetGroup
                Properties: {Port: 80, Protocol: HTTP, TargetType: ip}
            """;

    private static final String BALANCER = """
              Lb:
                Type: AWS::ElasticLoadBalancingV2::LoadBalancer
                Properties:
                  LoadBalancerAttributes:
                    - {Key: idle_timeout.timeout_seconds, Value: '120'}
                    - {Key: routing.http.xff_header_processing.mode, Value: preserve}
            """;

    private static final String LISTENER = """
              Http:
                Type: AWS::ElasticLoadBalancingV2::Listener
                Properties:
                  LoadBalancerArn: !Ref Lb
                  Port: 8080
                  Protocol: HTTP
                  DefaultActions:
                    - {Type: forward, TargetGroupArn: !Ref Group}
            """;

    private static TrafficPlan plan(String... resources) {
        var text = "Resources:\n" + String.join("", resources).indent(0);
        var model = ModelReader.template("shop.yaml", text.getBytes(StandardCharsets.UTF_8));
        return TrafficPlan.of(Evaluation.of(model, Settings.none("/shop"), "eu-west-1"));
    }

    private static Balancer only(TrafficPlan plan) {
        assertThat(plan.balancers()).hasSize(1);
        return plan.balancers().get(0);
    }

    private static Listener listener(TrafficPlan plan) {
        assertThat(only(plan).listeners()).hasSize(1);
        return only(plan).listeners().get(0);
    }

    @Test
    void aListenerForwardsToItsTargetGroup() {
        var plan = plan(BALANCER, LISTENER, GROUP);
        var group = plan.groups().get(0);

        assertThat(only(plan).name()).isEqualTo("Lb");
        assertThat(only(plan).settings().idle()).isEqualTo(Duration.ofMinutes(2));
        assertThat(only(plan).settings().forwardedFor()).isEqualTo(ForwardedFor.PRESERVE);
        assertThat(listener(plan).name()).isEqualTo("Lb:8080");
        assertThat(listener(plan).port()).isEqualTo(8080);
        assertThat(listener(plan).rules().standard()).isEqualTo(Action.Forward.to(group.name()));
        assertThat(group.name()).startsWith("arn:aws:elasticloadbalancing:eu-west-1:");
        assertThat(group.protocol()).isEqualTo(Protocol.HTTP);
        assertThat(group.algorithm()).isEqualTo(Algorithm.ROUND_ROBIN);
        assertThat(group.delay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(group.check().way()).isEqualTo(HealthCheck.Way.HTTP);
        assertThat(group.check().interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void everyConditionIsRead() {
        var plan = plan(BALANCER, LISTENER, GROUP, """
                  Rule:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties:
                      ListenerArn: !Ref Http
                      Priority: 7
                      Conditions:
                        - {Field: host-header, HostHeaderConfig: {Values: ['*.shop.example']}}
                        - {Field: path-pattern, Values: ['/a/*']}
                        - {Field: http-request-method, HttpRequestMethodConfig: {Values: [GET]}}
                        - {Field: http-header, HttpHeaderConfig: {HttpHeaderName: X-V, Values: ['2*']}}
                        - {Field: query-string, QueryStringConfig: {Values: [{Key: a, Value: b}, {Value: c}]}}
                        - {Field: source-ip, SourceIpConfig: {Values: [10.0.0.0/8]}}
                      Actions:
                        - {Type: authenticate-oidc, Order: 1}
                        - Type: forward
                          Order: 2
                          ForwardConfig:
                            TargetGroups:
                              - {TargetGroupArn: !Ref Group, Weight: 3}
                              - {TargetGroupArn: !Ref Group, Weight: 0}
                            TargetGroupStickinessConfig: {Enabled: true, DurationSeconds: 60}
                """);
        var rule = listener(plan).rules().rules().get(0);

        assertThat(rule.priority()).isEqualTo(7);
        assertThat(rule.conditions())
                .hasExactlyElementsOfTypes(
                        RequestCondition.HostHeader.class,
                        RequestCondition.PathPattern.class,
                        RequestCondition.RequestMethod.class,
                        RequestCondition.HttpHeader.class,
                        RequestCondition.QueryString.class,
                        RequestCondition.SourceIp.class);
        assertThat(rule.action()).isInstanceOfSatisfying(Action.Forward.class, forward -> {
            assertThat(forward.weights()).containsExactly(3, 0);
            assertThat(forward.stickiness()).hasValue(Duration.ofMinutes(1));
        });
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void redirectsFixedAnswersAndRewritesAreRead() {
        var plan = plan(BALANCER, GROUP, """
                  Http:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties:
                      LoadBalancerArn: !Ref Lb
                      Port: 80
                      Protocol: HTTP
                      DefaultActions:
                        - Type: redirect
                          RedirectConfig: {Protocol: HTTPS, Port: '443', StatusCode: HTTP_301}
                  Teapot:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties:
                      ListenerArn: !Ref Http
                      Priority: 1
                      Conditions: [{Field: path-pattern, Values: [/tea]}]
                      Actions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: '418', MessageBody: short}}]
                  Rewritten:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties:
                      ListenerArn: !Ref Http
                      Priority: 2
                      Conditions: [{Field: path-pattern, Values: [/api/*]}]
                      Actions: [{Type: forward, TargetGroupArn: !Ref Group}]
                      Transforms:
                        - Type: url-rewrite
                          UrlRewriteConfig: {Rewrites: [{Regex: '^/api/(.*)$', Replace: '/$1'}]}
                """);
        var rules = listener(plan).rules();

        assertThat(rules.standard())
                .isEqualTo(
                        new Action.Redirect(new RedirectUrl("HTTPS", "#{host}", "443", "/#{path}", "#{query}"), 301));
        assertThat(rules.rules().get(0).action()).isEqualTo(new Action.Respond(418, "text/plain", "short"));
        assertThat(rules.rules().get(1).action())
                .isInstanceOfSatisfying(
                        Action.Forward.class,
                        forward -> assertThat(forward.rewrites().get(0).of("/api/cart?x=1"))
                                .isEqualTo("/cart?x=1"));
    }

    @Test
    void everySettingOfATargetGroupIsRead() {
        var group = plan("""
                  Group:
                    Type: AWS::ElasticLoadBalancingV2::TargetGroup
                    Properties:
                      Protocol: HTTPS
                      ProtocolVersion: HTTP2
                      HealthCheckPath: /health
                      HealthCheckPort: '9000'
                      HealthCheckProtocol: HTTP
                      HealthCheckIntervalSeconds: 10
                      HealthCheckTimeoutSeconds: 3
                      HealthyThresholdCount: 2
                      UnhealthyThresholdCount: 4
                      Matcher: {HttpCode: 200-299}
                      TargetGroupAttributes:
                        - {Key: deregistration_delay.timeout_seconds, Value: '15'}
                        - {Key: slow_start.duration_seconds, Value: '30'}
                        - {Key: load_balancing.algorithm.type, Value: least_outstanding_requests}
                        - {Key: stickiness.enabled, Value: 'true'}
                        - {Key: stickiness.type, Value: app_cookie}
                        - {Key: stickiness.app_cookie.cookie_name, Value: SESSION}
                        - {Key: stickiness.app_cookie.duration_seconds, Value: '60'}
                """).groups().get(0);

        assertThat(group.protocol()).isEqualTo(Protocol.HTTP2_TLS);
        assertThat(group.check().way()).isEqualTo(HealthCheck.Way.HTTP);
        assertThat(group.check().path()).isEqualTo("/health");
        assertThat(group.check().port()).hasValue(9000);
        assertThat(group.check().interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(group.check().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(group.check().healthyAfter()).isEqualTo(2);
        assertThat(group.check().unhealthyAfter()).isEqualTo(4);
        assertThat(group.check().matcher().accepts(204)).isTrue();
        assertThat(group.delay()).isEqualTo(Duration.ofSeconds(15));
        assertThat(group.slowStart()).isEqualTo(Duration.ofSeconds(30));
        assertThat(group.algorithm()).isEqualTo(Algorithm.LEAST_OUTSTANDING);
        assertThat(group.stickiness())
                .isEqualTo(Optional.of(new Stickiness.Application("SESSION", Duration.ofMinutes(1))));
    }

    @Test
    void aNetworkGroupIsAskedByConnecting() {
        TargetGroup group = plan("""
                  Group: {Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: {Protocol: TCP, Port: 5432}}
                """).groups().get(0);

        assertThat(group.protocol()).isEqualTo(Protocol.TCP);
        assertThat(group.check().way()).isEqualTo(HealthCheck.Way.TCP);
    }

    @Test
    void aListenerForTcpAndUdpIsTwo() {
        var plan = plan(BALANCER, GROUP, LISTENER.replace("Protocol: HTTP", "Protocol: TCP_UDP"));

        assertThat(only(plan).listeners())
                .extracting(Listener::protocol)
                .containsExactly(Listener.Protocol.TCP, Listener.Protocol.UDP);
    }

    @Test
    void certificatesAndHostRulesNameTheHostsOfAListener() {
        var plan = plan(BALANCER, GROUP, """
                  Cert:
                    Type: AWS::CertificateManager::Certificate
                    Properties: {DomainName: shop.example, SubjectAlternativeNames: ['*.shop.example']}
                  Https:
                    Type: AWS::ElasticLoadBalancingV2::Listener
                    Properties:
                      LoadBalancerArn: !Ref Lb
                      Port: 443
                      Protocol: HTTPS
                      Certificates: [{CertificateArn: !Ref Cert}]
                      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]
                  Rule:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties:
                      ListenerArn: !Ref Https
                      Priority: 1
                      Conditions: [{Field: host-header, Values: [api.example, 'a*.example', '*']}]
                      Actions: [{Type: forward, TargetGroupArn: !Ref Group}]
                """);

        assertThat(listener(plan).protocol()).isEqualTo(Listener.Protocol.HTTPS);
        assertThat(listener(plan).hosts()).containsExactly("shop.example", "*.shop.example", "api.example");
    }

    @Test
    void rulesOfAListenerOfOthersAreALoadBalancerOfTheirOwn() {
        var arn =
                "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/edge/50dc6c495c0c9188/f2f7dc8efc522ab2";
        var plan = plan(GROUP, """
                  Rule:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties:
                      ListenerArn: %s
                      Priority: 1
                      Conditions: [{Field: path-pattern, Values: [/shop/*]}]
                      Actions: [{Type: forward, TargetGroupArn: !Ref Group}]
                """.formatted(arn));

        assertThat(only(plan).name()).isEqualTo("edge");
        assertThat(listener(plan).rules().rules()).hasSize(1);
        assertThat(listener(plan).rules().standard()).isInstanceOf(Action.Respond.class);
        assertThat(plan.findings())
                .extracting(Diagnostic::rule)
                .extracting(Object::toString)
                .containsExactly("LOCAL-LISTENER");
    }

    @Test
    void whatCannotBeReadIsSaidWithItsLine() {
        var plan = plan(BALANCER, LISTENER, GROUP, """
                  Rule:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties:
                      ListenerArn: !Ref Http
                      Priority: 1
                      Conditions:
                        - {Field: source-ip, SourceIpConfig: {Values: [nonsense]}}
                        - {Field: path-pattern, PathPatternConfig: {RegexValues: ['(']}}
                        - {Field: weather, Values: [rain]}
                      Actions: [{Type: forward, TargetGroupArn: !Ref Group}]
                """);

        assertThat(plan.findings())
                .hasSize(3)
                .allMatch(each -> each.at().toString().startsWith("shop.yaml:"));
        assertThat(plan.findings().get(0).message())
                .isEqualTo("Rule `Rule` is for callers at `nonsense`, and ranges look like 10.0.0.0/8.");
    }

    @Test
    void anApiLeadsToListenersAndToNamesTheMostExactRouteFirst() {
        var plan = plan(BALANCER, LISTENER, GROUP, """
                  Api: {Type: 'AWS::ApiGatewayV2::Api', Properties: {Name: shop, ProtocolType: HTTP}}
                  Space: {Type: 'AWS::ServiceDiscovery::PrivateDnsNamespace', Properties: {Name: shop.local, Vpc: vpc-1}}
                  Cart:
                    Type: AWS::ServiceDiscovery::Service
                    Properties: {Name: cart, NamespaceId: !Ref Space, DnsConfig: {DnsRecords: [{Type: SRV, TTL: 60}]}}
                  ToListener:
                    Type: AWS::ApiGatewayV2::Integration
                    Properties: {ApiId: !Ref Api, IntegrationType: HTTP_PROXY, ConnectionType: VPC_LINK, IntegrationUri: !Ref Http}
                  ToCart:
                    Type: AWS::ApiGatewayV2::Integration
                    Properties: {ApiId: !Ref Api, IntegrationType: HTTP_PROXY, ConnectionType: VPC_LINK, IntegrationUri: !GetAtt Cart.Arn}
                  Rest:
                    Type: AWS::ApiGatewayV2::Route
                    Properties: {ApiId: !Ref Api, RouteKey: 'ANY /{proxy+}', Target: !Sub 'integrations/${ToListener}'}
                  One:
                    Type: AWS::ApiGatewayV2::Route
                    Properties: {ApiId: !Ref Api, RouteKey: 'GET /carts/{id}', Target: !Sub 'integrations/${ToCart}'}
                  Nowhere:
                    Type: AWS::ApiGatewayV2::Route
                    Properties: {ApiId: !Ref Api, RouteKey: 'GET /lambda', Target: integrations/other}
                """);
        var api = plan.balancers().get(1).listeners().get(0);
        var actions = api.rules().rules().stream().map(each -> each.action()).toList();

        assertThat(actions.get(1))
                .isInstanceOfSatisfying(
                        Action.Respond.class, each -> assertThat(each.status()).isEqualTo(503));
        assertThat(actions.get(0))
                .isInstanceOfSatisfying(
                        Action.Forward.class,
                        each -> assertThat(each.shares().get(0).group())
                                .startsWith("discovery:")
                                .endsWith("/Cart"));
        assertThat(actions.get(2)).isEqualTo(new Action.Through("Lb:8080"));
        assertThat(api.rules().standard())
                .isInstanceOfSatisfying(
                        Action.Respond.class, each -> assertThat(each.status()).isEqualTo(404));
        assertThat(plan.findings()).extracting(each -> each.rule().toString()).containsExactly("LOCAL-API");
    }

    @Test
    void anApiHasStagesSitesTokensAndChanges() {
        var plan = plan("""
                  Lb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Properties:
                      Name: shop
                      ProtocolType: HTTP
                      CorsConfiguration: {AllowOrigins: ['https://shop.example'], AllowMethods: [GET], MaxAge: 60}
                  Dev:
                    Type: AWS::ApiGatewayV2::Stage
                    Properties:
                      ApiId: !Ref Api
                      StageName: dev
                      StageVariables: {color: blue}
                      DefaultRouteSettings: {ThrottlingBurstLimit: 5}
                  Main:
                    Type: AWS::ApiGatewayV2::Stage
                    Properties: {ApiId: !Ref Api, StageName: $default}
                  Users:
                    Type: AWS::ApiGatewayV2::Authorizer
                    Properties:
                      ApiId: !Ref Api
                      AuthorizerType: JWT
                      IdentitySource: [$request.header.Authorization]
                      JwtConfiguration: {Issuer: 'https://id.example', Audience: [shop]}
                  ToLb:
                    Type: AWS::ApiGatewayV2::Integration
                    Properties:
                      ApiId: !Ref Api
                      IntegrationType: HTTP_PROXY
                      IntegrationUri: !Sub 'http://${Lb.DNSName}:8080/v1/{proxy}'
                      RequestParameters:
                        append:header.x-color: $stageVariables.color
                        overwrite:querystring.a: b
                        remove:header.cookie: "''"
                        moves:header.x: y
                  Rest:
                    Type: AWS::ApiGatewayV2::Route
                    Properties:
                      ApiId: !Ref Api
                      RouteKey: 'ANY /{proxy+}'
                      Target: !Sub 'integrations/${ToLb}'
                      AuthorizationType: JWT
                      AuthorizerId: !Ref Users
                      AuthorizationScopes: [read]
                """);
        var rules = plan.balancers().get(0).listeners().get(0).rules();

        assertThat(rules.rules())
                .extracting(
                        each -> ((RequestCondition.ApiRoute) each.conditions().get(0)).stage())
                .containsExactly("/dev", "");
        var gate = (Action.ThroughApi) rules.rules().get(0).action();
        assertThat(gate.then()).isEqualTo(new Action.Through("Lb:8080"));
        assertThat(gate.api().variables()).containsEntry("color", "blue");
        assertThat(gate.api().cors().orElseThrow().allowed("https://shop.example"))
                .contains("https://shop.example");
        assertThat(gate.api().tokens())
                .contains(new Api.Tokens(
                        List.of("$request.header.Authorization"),
                        "https://id.example",
                        List.of("shop"),
                        List.of("read")));
        assertThat(gate.api().changes())
                .containsExactly(
                        new Change(Change.Kind.OVERWRITE, "path", "", "/v1/${request.path.proxy}"),
                        new Change(Change.Kind.APPEND, "header", "x-color", "$stageVariables.color"),
                        new Change(Change.Kind.OVERWRITE, "querystring", "a", "b"),
                        new Change(Change.Kind.REMOVE, "header", "cookie", ""));
        assertThat(rules.standard()).isInstanceOf(Action.ThroughApi.class);
        assertThat(plan.findings())
                .extracting(each -> each.rule().toString())
                .containsExactlyInAnyOrder("LOCAL-API", "LOCAL-API", "LOCAL-AUTH");
    }

    @Test
    @Behaviour("13")
    void serviceConnectIsAListenerForEachPortThatTellsNamesApartByTheHost() {
        var plan = TrafficPlan.of(Evaluation.of(CONNECTED, Settings.none("/shop"), "eu-west-1"))
                .with(Translator.translate(CONNECTED, Settings.none("/shop"), MACHINE)
                        .stack()
                        .orElseThrow());
        var cache = plan.balancers().get(0);
        var shared = plan.balancers().get(1);
        var listener = shared.listeners().get(0);

        assertThat(cache.hosts()).containsExactly("cache");
        assertThat(shared.hosts()).containsExactly("cart", "orders");
        assertThat(listener.port()).isEqualTo(80);
        assertThat(listener.rules().rules())
                .extracting(each -> each.action())
                .containsExactly(Action.Forward.to("connect:mesh/cart"), Action.Forward.to("connect:mesh/orders"));
        assertThat(plan.groups())
                .extracting(TargetGroup::name)
                .containsExactly("connect:mesh/cart", "connect:mesh/cache", "connect:mesh/orders");
        assertThat(cache.listeners().get(0).protocol()).isEqualTo(Listener.Protocol.TCP);
        assertThat(plan.groups()).allMatch(each -> each.check().way() == HealthCheck.Way.NONE);
        assertThat(plan.groups())
                .extracting(each -> each.proxy().orElseThrow())
                .containsExactly(
                        new Proxy(Duration.ofMinutes(1), Duration.ofSeconds(3)), Proxy.OF_BYTES, Proxy.OF_REQUESTS);
    }

    private static final Machine MACHINE = new Machine(8, 16_384, "X86_64", List.of(), false, true, "eu-west-1", false);

    private static final Model CONNECTED = ModelReader.template("shop.yaml", """
            Resources:
              Cluster: {Type: 'AWS::ECS::Cluster', Properties: {ClusterName: shop}}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: web
                  ContainerDefinitions:
                    - Name: web
                      Image: shop/web:7
                      PortMappings:
                        - {ContainerPort: 8080, Name: http, AppProtocol: http}
                        - {ContainerPort: 6379, Name: cache}
              Cart:
                Type: AWS::ECS::Service
                Properties:
                  ServiceName: cart
                  Cluster: !Ref Cluster
                  TaskDefinition: !Ref Task
                  ServiceConnectConfiguration:
                    Enabled: true
                    Namespace: mesh
                    Services:
                      - PortName: http
                        DiscoveryName: cart
                        ClientAliases: [{Port: 80, DnsName: cart}]
                        Timeout: {IdleTimeoutSeconds: 60, PerRequestTimeoutSeconds: 3}
                      - {PortName: cache, ClientAliases: [{Port: 6379}]}
              Orders:
                Type: AWS::ECS::Service
                Properties:
                  ServiceName: orders
                  Cluster: !Ref Cluster
                  TaskDefinition: !Ref Task
                  ServiceConnectConfiguration:
                    Enabled: true
                    Namespace: mesh
                    Services:
                      - {PortName: http, DiscoveryName: orders, ClientAliases: [{Port: 80, DnsName: orders}]}
            """.getBytes(StandardCharsets.UTF_8));
}
