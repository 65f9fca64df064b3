package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single resources that AWS refuses, and those that look alike and are sound. */
class FormsTest {

    private static final String ASKED = "'Parameters': {'P': {'Type': 'String'}, 'N': {'Type': 'Number'}, "
            + "'L': {'Type': 'CommaDelimitedList'}}, 'Conditions': {'C': {'Fn::Equals': [{'Ref': 'P'}, 'x']}}";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void finds(String rule, String resource) {
        assertThat(Sketch.of(ASKED, resource).found(rule)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sound")
    void findsNothing(String rule, String resource) {
        assertThat(Sketch.of(ASKED, resource).found(rule)).isEmpty();
    }

    @Test
    void concludesNothingFromWhatOnlyDeploymentTells() {
        var sketch = Sketch.of(ASKED, """
                'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'RequiresCompatibilities': ['FARGATE'],
                  'NetworkMode': {'Ref': 'P'}, 'Cpu': {'Ref': 'P'}, 'Memory': '300', 'ExecutionRoleArn': {'Ref': 'P'},
                  'ContainerDefinitions': [{'Name': {'Ref': 'P'}, 'Image': {'Ref': 'P'}, 'Essential': {'Fn::If': ['C', true,
                    {'Ref': 'P'}]}, 'Cpu': {'Ref': 'N'}, 'HealthCheck': {'Command': {'Ref': 'L'}},
                    'PortMappings': [{'ContainerPort': {'Ref': 'N'}, 'HostPort': 8080}],
                    'LogConfiguration': {'LogDriver': {'Ref': 'P'}}}]}},
                'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': {'Ref': 'Task'},
                  'Cluster': {'Ref': 'P'}, 'LaunchType': {'Ref': 'P'}, 'NetworkConfiguration': {'Ref': 'P'},
                  'SchedulingStrategy': {'Ref': 'P'}, 'DesiredCount': 1,
                  'LoadBalancers': [{'ContainerName': 'web', 'ContainerPort': 80, 'TargetGroupArn': {'Ref': 'P'}}]}},
                'Spread': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': {'Ref': 'P'}, 'Cluster': {'Ref': 'P'},
                  'CapacityProviderStrategy': [{'CapacityProvider': {'Ref': 'P'}, 'Weight': 0, 'Base': {'Ref': 'N'}},
                    {'CapacityProvider': 'FARGATE', 'Weight': {'Ref': 'N'}, 'Base': 1}]}},
                'Group': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': {'Protocol': {'Ref': 'P'},
                  'Port': {'Ref': 'N'}, 'VpcId': {'Ref': 'P'}, 'HealthCheckIntervalSeconds': {'Ref': 'N'}, 'HealthCheckTimeoutSeconds': 100, 'HealthCheckPath': {'Ref': 'P'},
                  'Matcher': {'HttpCode': {'Ref': 'P'}}, 'TargetGroupAttributes': [{'Key': {'Ref': 'P'}, 'Value': '9999'},
                    {'Key': 'deregistration_delay.timeout_seconds', 'Value': {'Ref': 'P'}}]}},
                'Rule': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': {'Priority': 1,
                  'ListenerArn': {'Ref': 'P'}, 'Conditions': [{'Field': 'path-pattern', 'Values': {'Ref': 'L'}},
                    {'Field': {'Ref': 'P'}, 'Values': ['a']}], 'Actions': [{'Type': 'fixed-response',
                    'FixedResponseConfig': {'StatusCode': {'Ref': 'P'}}}]}},
                'When': {'Type': 'AWS::Scheduler::Schedule', 'Properties': {'ScheduleExpression': {'Ref': 'P'},
                  'ScheduleExpressionTimezone': {'Ref': 'P'}, 'FlexibleTimeWindow': {'Mode': 'OFF'},
                  'Target': {'Arn': 'a', 'RoleArn': 'b'}}}""");

        assertThat(Checker.check(sketch.model()).findings()).isEmpty();
    }

    static Stream<Object[]> wrong() {
        return Stream.concat(wrongAlone(), wrongTogether());
    }

    private static Stream<Object[]> wrongTogether() {
        var group = ", 'G': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': {'Protocol': 'TCP'}}";
        var named = "{'Type': 'AWS::ECS::Service', 'Properties': {'ServiceName': 'web', 'Cluster': 'shop', "
                + "'TaskDefinition': 'web'}}";
        return Stream.of(
                row("target-group.incomplete", group.substring(2)),
                row("listener.certificate.missing", listener("'Protocol': 'HTTPS'")),
                row(
                        "listener.certificate.unused",
                        listener("'Protocol': 'HTTP', 'Certificates': [{'CertificateArn': 'a'}]")),
                row(
                        "listener.target.protocol",
                        listener("'Protocol': 'HTTP', 'DefaultActions': [{'Type': 'forward', "
                                        + "'TargetGroupArn': {'Ref': 'G'}}]")
                                + group),
                row(
                        "balancer.subnets",
                        "'B': {'Type': 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'Properties': "
                                + "{'Subnets': [{'Ref': 'S'}]}}, 'S': {'Type': 'AWS::EC2::Subnet'}"),
                row("service.name.twice", "'A': " + named + ", 'B': " + named),
                row(
                        "task.role.trust",
                        definition("'TaskRoleArn': {'Fn::GetAtt': ['R', 'Arn']}", "'Name': 'a'") + ", 'R': "
                                + role("'ecs.amazonaws.com'")),
                row(
                        "task.volume.access-point-root",
                        definition(
                                "'Volumes': [{'Name': 'v', 'EFSVolumeConfiguration': "
                                        + "{'FilesystemId': 'fs-1', 'RootDirectory': '/data', 'TransitEncryption': 'ENABLED', "
                                        + "'AuthorizationConfig': {'AccessPointId': 'fsap-1'}}}]",
                                "'Name': 'a'")));
    }

    private static String listener(String properties) {
        return "'Listener': {'Type': 'AWS::ElasticLoadBalancingV2::Listener', 'Properties': {" + properties + "}}";
    }

    private static String role(String service) {
        return "{'Type': 'AWS::IAM::Role', 'Properties': {'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', "
                + "'Action': 'sts:AssumeRole', 'Principal': {'Service': [" + service + "]}}]}}}";
    }

    private static Stream<Object[]> soundTogether() {
        var other = "{'Type': 'AWS::ECS::Service', 'Properties': {'ServiceName': 'web', 'Cluster': 'other'}}";
        return Stream.of(
                row(
                        "target-group.incomplete",
                        "'G': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': "
                                + "{'TargetType': 'lambda'}}"),
                row("listener.certificate.missing", listener("'Protocol': 'HTTPS', 'Certificates': {'Ref': 'L'}")),
                row(
                        "balancer.subnets",
                        "'B': {'Type': 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'Properties': "
                                + "{'Subnets': [{'Ref': 'L'}]}}"),
                row(
                        "balancer.subnets",
                        "'B': {'Type': 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'Properties': "
                                + "{'Type': 'network', 'Subnets': ['subnet-1']}}"),
                row("service.name.twice", "'A': " + other + ", 'B': " + other.replace("'other'", "'shop'")),
                row(
                        "task.role.trust",
                        definition("'TaskRoleArn': {'Fn::GetAtt': ['R', 'Arn']}", "'Name': 'a'") + ", 'R': "
                                + role("{'Ref': 'P'}")),
                row(
                        "task.role.trust",
                        definition("'TaskRoleArn': {'Fn::GetAtt': ['R', 'Arn']}", "'Name': 'a'") + ", 'R': "
                                + role("'ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'")));
    }

    private static Stream<Object[]> wrongAlone() {
        return Stream.of(
                task("container.health-check.command", "'HealthCheck': {'Command': ['curl localhost']}"),
                task("container.memory.order", "'Memory': 100, 'MemoryReservation': 200"),
                task(
                        "container.variable.repeated",
                        "'Environment': [{'Name': 'A', 'Value': '1'}, {'Name': 'A', 'Value': '2'}]"),
                task("task.cpu.containers-exceed-task", "'Cpu': 512"),
                task("task.logs.driver", "'LogConfiguration': {'LogDriver': 'json-file'}"),
                task(
                        "task.logs.options",
                        "'LogConfiguration': {'LogDriver': 'awslogs', 'Options': {'awslogs-group': 'g'}}"),
                task("task.execution-role.missing", "'Secrets': [{'Name': 'A', 'ValueFrom': 'arn:aws:ssm:x'}]"),
                row(
                        "task.size.missing",
                        definition("'RequiresCompatibilities': ['FARGATE'], 'Cpu': '256'", "'Name': 'a'")),
                row("task.network-mode.fargate", definition("'RequiresCompatibilities': ['FARGATE']", "'Name': 'a'")),
                service(
                        "capacity.launch-type",
                        "'LaunchType': 'FARGATE', 'CapacityProviderStrategy': "
                                + "[{'CapacityProvider': 'FARGATE', 'Weight': 1}]"),
                service(
                        "capacity.provider.twice",
                        "'CapacityProviderStrategy': [{'CapacityProvider': 'FARGATE', "
                                + "'Weight': 1}, {'CapacityProvider': 'FARGATE', 'Weight': 2}]"),
                service("placement.expression.missing", "'PlacementConstraints': [{'Type': 'memberOf'}]"),
                service("service.daemon", "'SchedulingStrategy': 'DAEMON', 'LaunchType': 'FARGATE'"),
                service(
                        "service.placement.fargate",
                        "'LaunchType': 'FARGATE', 'PlacementStrategies': [{'Type': 'random'}]"),
                service(
                        "service.public-address.instances",
                        "'LaunchType': 'EC2', 'NetworkConfiguration': "
                                + "{'AwsvpcConfiguration': {'Subnets': ['subnet-1'], 'AssignPublicIp': 'ENABLED'}}"),
                service(
                        "service.zone-balance",
                        "'AvailabilityZoneRebalancing': 'ENABLED', 'DeploymentConfiguration': "
                                + "{'MaximumPercent': 100, 'MinimumHealthyPercent': 50}"),
                service(
                        "service.target-groups.too-many",
                        "'LoadBalancers': [" + "{'ContainerPort': 80}, ".repeat(5) + "{'ContainerPort': 80}]"),
                service(
                        "service.load-balancer.container",
                        "'LoadBalancers': [{'ContainerName': 'b', 'ContainerPort': 80}]"),
                service("service.network.missing", "'LaunchType': 'FARGATE'"),
                service(
                        "service.connect.port-name",
                        "'ServiceConnectConfiguration': {'Enabled': true, 'Services': " + "[{'PortName': 'web'}]}"),
                row(
                        "service.network.unused",
                        definition("'Memory': '512'", "'Name': 'a'") + ", 'Web': {'Type': "
                                + "'AWS::ECS::Service', 'Properties': {'TaskDefinition': {'Ref': 'Task'}, 'LaunchType': 'EC2', "
                                + "'NetworkConfiguration': {'AwsvpcConfiguration': {'Subnets': ['subnet-1']}}}}"),
                row("service.task-definition.missing", "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {}}"),
                group("target-group.probe.timeout", "'HealthCheckIntervalSeconds': 5"),
                group("target-group.probe.path", "'HealthCheckPath': 'health'"),
                group("target-group.probe.statuses", "'Matcher': {'HttpCode': '200-'}"),
                group("target-group.probe.statuses", "'Matcher': {'GrpcCode': '100'}"),
                group("target-group.probe.protocol", "'HealthCheckProtocol': 'TCP'"),
                group(
                        "target-group.attribute.range",
                        "'TargetGroupAttributes': [{'Key': " + "'slow_start.duration_seconds', 'Value': '10'}]"),
                rule("listener-rule.conditions.none", ""),
                rule(
                        "listener-rule.condition.twice",
                        "{'Field': 'path-pattern', 'Values': ['/a']}, "
                                + "{'Field': 'path-pattern', 'Values': ['/b']}"),
                rule("listener-rule.value.length", "{'Field': 'path-pattern', 'Values': ['/" + "a".repeat(128) + "']}"),
                rule(
                        "listener-rule.values.too-many",
                        "{'Field': 'host-header', 'HostHeaderConfig': {'Values': "
                                + "['a.b', 'c.d', 'e.f']}}, {'Field': 'path-pattern', 'Values': ['/a', '/b', '/c']}"),
                row(
                        "listener-rule.response.status",
                        "'Rule': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', "
                                + "'Properties': {'Actions': [{'Type': 'fixed-response', 'FixedResponseConfig': {'StatusCode': 302}}]}}"),
                row(
                        "listener-rule.weights",
                        "'Rule': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': "
                                + "{'Actions': [{'Type': 'forward', 'ForwardConfig': {'TargetGroups': [{'TargetGroupArn': 'a', "
                                + "'Weight': 1000}]}}]}}"),
                schedule("schedule.expression", "cron(0 3 * * *)", "UTC"),
                schedule("schedule.expression", "rate(0 minutes)", "UTC"),
                schedule("schedule.expression", "1234", "UTC"),
                schedule("schedule.expression", "at(2026-13-01T00:00:00)", "UTC"),
                schedule("schedule.zone", "rate(1 day)", "moon"),
                row(
                        "schedule.expression",
                        "'R': {'Type': 'AWS::Events::Rule', 'Properties': "
                                + "{'ScheduleExpression': 'at(2026-12-24T18:00:00)'}}"),
                row(
                        "tag.form",
                        "'T': {'Type': 'AWS::SNS::Topic', 'Properties': {'Tags': [{'Key': 'Aws:a', 'Value': 'b'}]}}"));
    }

    static Stream<Object[]> sound() {
        return Stream.concat(soundAlone(), soundTogether());
    }

    private static Stream<Object[]> soundAlone() {
        return Stream.of(
                task("container.health-check.command", "'HealthCheck': {'Command': ['CMD-SHELL', 'curl localhost']}"),
                task("container.memory.order", "'Memory': 200, 'MemoryReservation': 200"),
                task("container.image.form", "'Image': '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1'"),
                task("container.image.form", "'Image': 'localhost:5000/a_b/c--d:V1.0-x@sha256:" + "0".repeat(64) + "'"),
                task("container.image.form", "'Image': 'Example.COM/web'"),
                task("task.execution-role.missing", "'Name': 'a'"),
                row(
                        "task.size.fargate",
                        definition(
                                "'RequiresCompatibilities': ['FARGATE'], 'Cpu': '.25 vCPU', " + "'Memory': '0.5GB'",
                                "'Name': 'a'")),
                row(
                        "task.size.fargate",
                        definition("'RequiresCompatibilities': ['EC2'], 'Cpu': '300', 'Memory': '400'", "'Name': 'a'")),
                row(
                        "task.port.host-differs",
                        definition(
                                "'NetworkMode': 'bridge'",
                                "'PortMappings': " + "[{'ContainerPort': 80, 'HostPort': 8080}]")),
                row(
                        "task.essential.none",
                        definition("'Cpu': '256'", "'Name': 'a'}, {'Name': 'b', 'Essential': false")),
                service("service.load-balancer.port", "'LoadBalancers': [{'ContainerName': 'a', 'ContainerPort': 80}]"),
                service("service.task-definition.missing", "'DesiredCount': 1"),
                row(
                        "service.task-definition.missing",
                        "'Web': {'Type': 'AWS::ECS::Service', 'Properties': "
                                + "{'DeploymentController': {'Type': 'EXTERNAL'}}}"),
                row(
                        "capacity.none",
                        "'A': {'Type': 'AWS::AutoScaling::AutoScalingGroup'}, 'S': {'Type': 'AWS::ECS::Cluster'}, "
                                + "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'Cluster': {'Ref': 'S'}}}"),
                service(
                        "capacity.strategy.bases",
                        "'CapacityProviderStrategy': [{'CapacityProvider': 'FARGATE', "
                                + "'Weight': 1, 'Base': 1}, {'CapacityProvider': 'FARGATE_SPOT', 'Weight': 2, 'Base': 0}]"),
                row(
                        "capacity.provider.unassociated",
                        "'S': {'Type': 'AWS::ECS::Cluster'}, 'As': {'Type': "
                                + "'AWS::ECS::ClusterCapacityProviderAssociations', 'Properties': {'Cluster': {'Ref': 'S'}, "
                                + "'CapacityProviders': ['FARGATE_SPOT', {'Ref': 'Own'}]}}, 'Own': {'Type': "
                                + "'AWS::ECS::CapacityProvider', 'Properties': {'Name': 'own'}}, 'Web': {'Type': "
                                + "'AWS::ECS::Service', 'Properties': {'Cluster': {'Ref': 'S'}, 'CapacityProviderStrategy': "
                                + "[{'CapacityProvider': 'own', 'Weight': 1}]}}"),
                group("target-group.probe.timeout", "'HealthCheckTimeoutSeconds': 29"),
                group("target-group.probe.statuses", "'Matcher': {'HttpCode': '200,301-399, 404'}"),
                row(
                        "target-group.probe.timeout",
                        "'G': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': "
                                + "{'Protocol': 'TCP', 'HealthCheckIntervalSeconds': 10, 'HealthCheckTimeoutSeconds': 10}}"),
                row(
                        "target-group.probe.statuses",
                        "'G': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': "
                                + "{'Protocol': 'TCP', 'HealthCheckProtocol': 'HTTP', 'Matcher': {'HttpCode': '200-599'}}}"),
                group(
                        "target-group.attribute.range",
                        "'TargetGroupAttributes': [{'Key': 'slow_start.duration_seconds', "
                                + "'Value': '0'}, {'Key': 'stickiness.lb_cookie.duration_seconds', 'Value': '604800'}]"),
                rule("listener-rule.path", "{'Field': 'path-pattern', 'Values': ['*.png']}"),
                rule(
                        "listener-rule.condition.twice",
                        "{'Field': 'http-header', 'HttpHeaderConfig': {'HttpHeaderName': 'a', "
                                + "'Values': ['1']}}, {'Field': 'http-header', 'HttpHeaderConfig': {'HttpHeaderName': 'b', "
                                + "'Values': ['2']}}"),
                schedule("schedule.expression", "rate(1 hours)", "UTC"),
                schedule("schedule.expression", "at(2026-12-24T18:00:00)", "America/Argentina/Buenos_Aires"),
                row("schedule.expression", "'R': {'Type': 'AWS::Events::Rule', 'Properties': {'EventPattern': {}}}"));
    }

    private static Object[] row(String rule, String resources) {
        return new Object[] {rule, resources};
    }

    private static Object[] task(String rule, String container) {
        return row(
                rule,
                definition(
                        "'RequiresCompatibilities': ['FARGATE'], 'NetworkMode': 'awsvpc', 'Cpu': '256', 'Memory': '512'",
                        container));
    }

    private static String definition(String properties, String container) {
        return "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {" + properties
                + ", 'ContainerDefinitions': [{" + container + "}]}}";
    }

    /** A service with a task of one container that listens at port 80. */
    private static Object[] service(String rule, String properties) {
        return row(
                rule,
                "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': {'Ref': 'Task'}, " + properties
                        + "}}, "
                        + definition(
                                "'RequiresCompatibilities': ['FARGATE'], 'NetworkMode': 'awsvpc', 'Cpu': '256', "
                                        + "'Memory': '512'",
                                "'Name': 'a', 'PortMappings': [{'ContainerPort': 80}]"));
    }

    private static Object[] group(String rule, String properties) {
        return row(
                rule,
                "'G': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': {'Protocol': 'HTTP', "
                        + properties + "}}");
    }

    private static Object[] rule(String rule, String conditions) {
        return row(
                rule,
                "'Rule': {'Type': 'AWS::ElasticLoadBalancingV2::ListenerRule', 'Properties': {'Conditions': ["
                        + conditions + "]}}");
    }

    private static Object[] schedule(String rule, String expression, String zone) {
        return row(
                rule,
                "'When': {'Type': 'AWS::Scheduler::Schedule', 'Properties': {'ScheduleExpression': '" + expression
                        + "', 'ScheduleExpressionTimezone': '" + zone + "'}}");
    }
}
