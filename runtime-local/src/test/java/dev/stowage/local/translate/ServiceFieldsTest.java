package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.deploy.Alarms;
import dev.stowage.local.deploy.Breaker;
import dev.stowage.local.place.Constraint;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Strategy;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.stack.ConnectSetup;
import dev.stowage.local.stack.DiscoveryService.DnsRecord;
import dev.stowage.local.stack.Overrides.OfContainer;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TargetLink;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.schema.semantics.CapacityShare;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every property of a service reaches the scheduler, or is told as a difference. */
class ServiceFieldsTest {

    @Test
    @Behaviour("9.1")
    void countsAndPercentages() {
        var plain = Translated.service("").service().spec();
        var said = Translated.service(
                        "DesiredCount: 3\nDeploymentConfiguration: {MinimumHealthyPercent: 50, MaximumPercent: 150}")
                .service()
                .spec();

        assertThat(plain.scheduling()).isEqualTo(Scheduling.Replica.of(1));
        assertThat(plain.settings().minimumHealthyPercent()).isEqualTo(100);
        assertThat(plain.settings().maximumPercent()).isEqualTo(200);
        assertThat(said.scheduling()).isEqualTo(Scheduling.Replica.of(3));
        assertThat(said.settings().minimumHealthyPercent()).isEqualTo(50);
        assertThat(said.settings().maximumPercent()).isEqualTo(150);
    }

    @Test
    @Behaviour("9.8")
    void zonesAreEvenedOutUnlessTheServiceSaysOtherwise() {
        assertThat(Translated.service("AvailabilityZoneRebalancing: ENABLED")
                        .service()
                        .spec()
                        .scheduling())
                .isEqualTo(new Scheduling.Replica(1, true));
        assertThat(Translated.service("AvailabilityZoneRebalancing: DISABLED")
                        .service()
                        .spec()
                        .scheduling())
                .isEqualTo(new Scheduling.Replica(1, false));
    }

    @Test
    @Behaviour("9.1")
    void servicesOfOneNameInTwoClustersAreKnownByTheirClusters() {
        var stack = Translated.template(Translated.serviceTemplate("DesiredCount: 2") + """
                        Other: {Type: AWS::ECS::Cluster, Properties: {ClusterName: depot}}
                        Second:
                          Type: AWS::ECS::Service
                          Properties: {ServiceName: web, Cluster: !Ref Other, TaskDefinition: !Ref Task}
                        """.indent(2))
                .stack();

        assertThat(stack.services().stream().map(ServiceSetup::id))
                .containsExactly(new ServiceId("shop", "web"), new ServiceId("depot", "web"));
        assertThat(stack.service(new ServiceId("depot", "web")).orElseThrow().arn())
                .endsWith(":service/depot/web");
    }

    /** As AWS does: one that says nothing of its count has the fewest tasks of its scaling, not one. */
    @Test
    @Behaviour("9.1")
    void countsLieWithinTheBoundsOfScaling() {
        assertThat(scaled("", 3, 30)).isEqualTo(Scheduling.Replica.of(3));
        assertThat(scaled("DesiredCount: 8", 3, 30)).isEqualTo(Scheduling.Replica.of(8));
        assertThat(scaled("DesiredCount: 8", 0, 5)).isEqualTo(Scheduling.Replica.of(5));
        assertThat(scaled("", 0, 5)).isEqualTo(Scheduling.Replica.of(1));
    }

    private static Scheduling scaled(String service, int fewest, int most) {
        var bounds = """
                Bounds:
                  Type: AWS::ApplicationAutoScaling::ScalableTarget
                  Properties:
                    ServiceNamespace: ecs
                    ScalableDimension: ecs:service:DesiredCount
                    ResourceId: !Sub service/${Cluster}/${Service.Name}
                    MinCapacity: %d
                    MaxCapacity: %d
                """.formatted(fewest, most);
        return Translated.template(Translated.serviceTemplate(service) + bounds.indent(2))
                .service()
                .spec()
                .scheduling();
    }

    @Test
    @Behaviour("9.6")
    void daemons() {
        var spec = Translated.service("SchedulingStrategy: DAEMON\nLaunchType: EC2")
                .service()
                .spec();

        assertThat(spec.scheduling()).isEqualTo(new Scheduling.Daemon());
        assertThat(spec.settings().maximumPercent()).isEqualTo(100);
    }

    @Test
    @Behaviour("10.1")
    void breakers() {
        var breaker = Translated.service("""
                        DeploymentConfiguration:
                          DeploymentCircuitBreaker:
                            Enable: true
                            Rollback: true
                            ResetOnHealthyTask: false
                            ThresholdConfiguration: {Type: COUNT, Value: 5}
                        """).service().spec().settings().breaker();

        assertThat(breaker)
                .isEqualTo(
                        Breaker.ROLLBACK.bearing(new Breaker.Threshold.Count(5)).cumulative());
        assertThat(Translated.service("").service().spec().settings().breaker()).isEqualTo(Breaker.OFF);
    }

    @Test
    @Behaviour("10.2")
    void alarmsThatStopDeployments() {
        var alarms = Translated.service("""
                        DeploymentConfiguration:
                          BakeTimeInMinutes: 5
                          Alarms: {Enable: true, Rollback: true, AlarmNames: [errors, latency]}
                        """).service().spec().settings().alarms();

        assertThat(alarms)
                .isEqualTo(Alarms.of("errors", "latency").rollingBack().baking(Duration.ofMinutes(5)));
        assertThat(Translated.service("DeploymentConfiguration: {Alarms: {Enable: false, AlarmNames: [errors]}}")
                        .service()
                        .spec()
                        .settings()
                        .alarms())
                .isEqualTo(Alarms.NONE);
    }

    @ParameterizedTest
    @Behaviour("10")
    @ValueSource(
            strings = {
                "PlatformVersion: 1.4.0",
                "NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s, t]}}",
                "LoadBalancers: [{TargetGroupArn: tg, ContainerName: web, ContainerPort: 81}]",
                "ServiceRegistries: [{RegistryArn: r}]",
                "ServiceConnectConfiguration: {Enabled: true}",
                "VolumeConfigurations: [{Name: data}]",
                "VpcLatticeConfigurations: [{PortName: p}]"
            })
    void aDeploymentFollowsAChangeOf(String property) {
        assertThat(Translated.service(property).service().spec().attached())
                .isNotEqualTo(Translated.service("").service().spec().attached());
    }

    @ParameterizedTest
    @Behaviour("10")
    @ValueSource(
            strings = {
                "DesiredCount: 7",
                "CapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: 1}]",
                "DeploymentConfiguration: {MaximumPercent: 150}",
                "AvailabilityZoneRebalancing: DISABLED",
                "HealthCheckGracePeriodSeconds: 90",
                "EnableExecuteCommand: true",
                "PropagateTags: SERVICE"
            })
    void noDeploymentFollowsAChangeOf(String property) {
        var spec = Translated.service(property).service().spec();
        var plain = Translated.service("").service().spec();

        assertThat(spec.attached()).isEqualTo(plain.attached());
        assertThat(spec.definition()).isEqualTo(plain.definition());
        assertThat(spec.targetGroups()).isEqualTo(plain.targetGroups());
    }

    @Test
    @Behaviour("9.2")
    void graceAndShellAndTags() {
        var service = Translated.service(
                        "HealthCheckGracePeriodSeconds: 90\nEnableExecuteCommand: true\nTags: [{Key: a, Value: b}]")
                .service();

        assertThat(service.spec().grace()).isEqualTo(Duration.ofSeconds(90));
        assertThat(service.execAllowed()).isTrue();
        assertThat(service.tags()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    @Behaviour("8.2")
    void onInstancesWithConstraintsAndStrategies() {
        var launch = Translated.service("""
                        LaunchType: EC2
                        PlacementConstraints: [{Type: distinctInstance}, {Type: memberOf, Expression: 'attribute:a == b'}]
                        PlacementStrategies: [{Type: spread, Field: 'attribute:ecs.availability-zone'}, {Type: binpack, Field: memory}]
                        """).service().spec().launch();

        var placement = ((Launch.OnInstances) launch).placement();
        assertThat(placement.constraints()).hasSize(2).first().isEqualTo(new Constraint.DistinctInstance());
        assertThat(placement.strategies())
                .containsExactly(
                        new Strategy.Spread("attribute:ecs.availability-zone"),
                        new Strategy.Binpack(Strategy.Resource.MEMORY));
    }

    @Test
    @Behaviour("11")
    void capacityProviders() {
        var translated = Translated.service("""
                CapacityProviderStrategy:
                  - {CapacityProvider: FARGATE, Base: 1, Weight: 1}
                  - {CapacityProvider: FARGATE_SPOT, Weight: 3}
                """);

        assertThat(translated.service().spec().capacity())
                .containsExactly(new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 0, 3));
        assertThat(translated.service().spec().launch()).isInstanceOf(Launch.OnFargate.class);
        assertThat(translated.findings("LOCAL-SPOT")).hasSize(1);
    }

    @Test
    @Behaviour("8.1")
    void aClusterHasInstancesInThreeZonesForEachCapacityProvider() {
        var clusters = Translated.template("""
                Resources:
                  Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}
                  Big: {Type: AWS::ECS::CapacityProvider, Properties: {Name: big}}
                """).stack().clusters();

        assertThat(clusters.get(0).instances()).hasSize(3);
        assertThat(clusters.get(0).instances())
                .extracting(one -> one.zone())
                .containsExactly("eu-west-1a", "eu-west-1b", "eu-west-1c");
        assertThat(clusters.get(0).instances().get(0).provider()).hasValue("big");
        assertThat(clusters.get(0).instances().get(0).capacity().cpu()).isEqualTo(8192);
    }

    @Test
    @Behaviour("14.4")
    void targetGroupsAreJoinedByTheirArns() {
        var translated = Translated.template(withService("""
                LoadBalancers: [{TargetGroupArn: !Ref Group, ContainerName: web, ContainerPort: 8080}]
                """)
                + "  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Name: web, Port: 80}}\n");
        var service = translated.service();

        assertThat(service.targets())
                .containsExactly(new TargetLink(
                        new ResourceKey("shop", "Group"),
                        service.spec().targetGroups().get(0),
                        "web",
                        8080));
        assertThat(service.spec().isRouted()).isTrue();
    }

    @Test
    @Behaviour("13")
    void cloudMapNamespacesServicesAndRegistrations() {
        var translated = Translated.template(withService("""
                ServiceRegistries: [{RegistryArn: !GetAtt Names.Arn, ContainerName: web, ContainerPort: 8080}]
                """) + """
                  Space: {Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: {Name: shop.local, Vpc: vpc-1}}
                  Names:
                    Type: AWS::ServiceDiscovery::Service
                    Properties:
                      Name: web
                      DnsConfig: {NamespaceId: !Ref Space, RoutingPolicy: WEIGHTED, DnsRecords: [{Type: SRV, TTL: 15}]}
                """.indent(0));
        var namespace = translated.stack().namespaces().get(0);

        assertThat(namespace.name()).isEqualTo("shop.local");
        assertThat(namespace.services().get(0).records()).containsExactly(new DnsRecord("SRV", 15));
        assertThat(namespace.services().get(0).weighted()).isTrue();
        assertThat(translated.service().registrations().get(0).discovery())
                .isEqualTo(namespace.services().get(0).key());
        assertThat(translated.service().registrations().get(0).port()).hasValue(8080);
    }

    @Test
    @Behaviour("13")
    void serviceConnect() {
        var connect = Translated.service("""
                        ServiceConnectConfiguration:
                          Enabled: true
                          Namespace: shop.local
                          Services:
                            - PortName: http
                              ClientAliases: [{Port: 80, DnsName: web}]
                              Timeout: {PerRequestTimeoutSeconds: 5}
                        """).service().connect();

        assertThat(connect)
                .hasValue(new ConnectSetup(
                        "shop.local",
                        List.of(new ConnectSetup.Offer(
                                "http",
                                "http",
                                List.of(new ConnectSetup.Alias("web", 80)),
                                Optional.empty(),
                                Optional.of(Duration.ofSeconds(5))))));
    }

    @Test
    @Behaviour("3.3")
    void disksThatTheServiceConfigures() {
        var service = Translated.template(withService("""
                        VolumeConfigurations: [{Name: disk, ManagedEBSVolume: {SizeInGiB: 30, RoleArn: r}}]
                        """)
                        .replace(
                                "Family: web\n",
                                "Family: web\n      Volumes: [{Name: disk, ConfiguredAtLaunch: true}]\n"))
                .service();

        assertThat(service.setup().volumes()).containsExactly(new VolumeSetup.Disk("disk", 30, false));
    }

    @Test
    void zonesOfFargateTasksAreThoseOfTheirSubnets() {
        var launch = Translated.template(withService("""
                        LaunchType: FARGATE
                        NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A, !Ref B]}}
                        """) + """
                          A: {Type: AWS::EC2::Subnet, Properties: {VpcId: v, AvailabilityZone: eu-west-1c}}
                          B: {Type: AWS::EC2::Subnet, Properties: {VpcId: v, AvailabilityZone: !Select [0, !GetAZs '']}}
                        """.indent(0).replace("          ", "  "))
                .service()
                .spec()
                .launch();

        assertThat(launch).isEqualTo(new Launch.OnFargate(List.of("eu-west-1c", "eu-west-1a")));
    }

    @Test
    void aScheduleRunsATaskWithOverrides() {
        var job = Translated.template(
                        Translated.taskTemplate("ContainerDefinitions: [{Name: web, Image: w}]\n") + """
                  Nightly:
                    Type: AWS::Scheduler::Schedule
                    Properties:
                      ScheduleExpression: cron(0 3 * * ? *)
                      ScheduleExpressionTimezone: Europe/Berlin
                      FlexibleTimeWindow: {Mode: 'OFF'}
                      Target:
                        Arn: arn:aws:ecs:eu-west-1:000000000000:cluster/shop
                        RoleArn: r
                        EcsParameters: {TaskDefinitionArn: !Ref Task, TaskCount: 2}
                        Input: '{"containerOverrides": [{"name": "web", "command": ["clean"], "environment": [{"name": "A", "value": "1"}]}]}'
                """.indent(0))
                .stack()
                .jobs()
                .get(0);

        assertThat(job.cluster()).isEqualTo("shop");
        assertThat(job.count()).isEqualTo(2);
        assertThat(job.trigger().orElseThrow().zone()).isEqualTo("Europe/Berlin");
        assertThat(job.overrides().containers())
                .containsExactly(OfContainer.of("web", List.of("clean"), Map.of("A", "1")));
    }

    @Test
    @Behaviour("10.5")
    void aServiceOfTaskSetsRunsThePrimaryOne() {
        var text = Translated.taskTemplate("ContainerDefinitions: [{Name: web, Image: w}]\n")
                + "  Service: {Type: AWS::ECS::Service, Properties: {DeploymentController: {Type: EXTERNAL}}}\n";
        var sets =
                "  Set: {Type: AWS::ECS::TaskSet, Properties: {Cluster: c, Service: !Ref Service, TaskDefinition: !Ref Task}}\n";

        assertThat(Translated.template(text + sets).service().setup().family()).isEqualTo("web");
        assertThat(Translated.template(text).stack().services()).isEmpty();
        assertThat(Translated.template(text).findings("LOCAL-DEPLOYMENT")).hasSize(1);
    }

    @ParameterizedTest
    @Behaviour("10.5")
    @CsvSource({"5, 50, 3", "10, 33, 4", "4, 100, 4", "4, 0, 0", "1, 0.5, 1"})
    void aTaskSetWantsItsShareRoundedUp(int desired, String percent, int computed) {
        var text = Translated.taskTemplate("ContainerDefinitions: [{Name: web, Image: w}]\n")
                + "  Service: {Type: AWS::ECS::Service, Properties: {DesiredCount: " + desired
                + ", DeploymentController: {Type: EXTERNAL}}}\n"
                + "  Set: {Type: AWS::ECS::TaskSet, Properties: {Cluster: c, Service: !Ref Service, TaskDefinition: !Ref Task,"
                + " Scale: {Unit: PERCENT, Value: " + percent + "}}}\n";

        assertThat(Translated.template(text).service().spec().scheduling()).isEqualTo(Scheduling.Replica.of(computed));
    }

    private static String withService(String lines) {
        return Translated.taskTemplate("ContainerDefinitions:\n  - {Name: web, Image: shop/web:7}\n")
                + "  Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}\n"
                + "  Service:\n    Type: AWS::ECS::Service\n    Properties:\n      Cluster: !Ref Cluster\n"
                + "      TaskDefinition: !Ref Task\n" + lines.indent(6);
    }
}
