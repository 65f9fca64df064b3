package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.synth.emit.Synthesizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thirty-three mistakes that ECS or CloudFormation refuses, or that keep a task from ever starting. Twenty-two of them pass
 * the AWS CDK for Java and cfn-lint without a word, two more with a warning.
 */
class EverydayMistakesTest {

    private static final String WEB = "'Name': 'web', 'Image': 'shop/web:1'";

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isFound(String what, String rule, Sketch template) {
        assertThat(template.findings(rule))
                .as(what)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.resource()).isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isTheOnlyMistake(String what, String rule, Sketch template) {
        assertThat(Checker.check(template.model()).findings())
                .as(what)
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .allSatisfy(finding -> assertThat(finding.rule().value()).isEqualTo(rule));
    }

    /** The thirty-third needs a network that is described whole. */
    @Test
    void findsATaskWithNoWayToItsImage() {
        var network = Vpc.of("main", "10.0.0.0/16").isolated();
        var task = FargateTask.sized(HalfVcpu.GB_1).container(Container.of("web", Image.image("nginx:1.27")));
        var service = Cluster.of("shop", network).service("web", task).in(SubnetKind.ISOLATED);

        assertThat(Synthesizer.synthesize(Stack.of("shop", service)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule().value()).isEqualTo("network.unreachable"));
    }

    @Test
    void isAboutThirtyThree() {
        assertThat(mistakes().count() + 1).isEqualTo(33);
    }

    static Stream<Object[]> mistakes() {
        return Stream.concat(Stream.concat(whileConstructing(), whileSynthesizing()), silent());
    }

    /** The CDK stops at these where the construct is made. */
    private static Stream<Object[]> whileConstructing() {
        return Stream.of(
                row("a container without an image", "template.property.missing", fargate("'Name': 'web'")),
                row(
                        "a task definition for instances on Fargate",
                        "service.launch.compatibility",
                        service(
                                "'LaunchType': 'FARGATE'",
                                "'RequiresCompatibilities': ['EC2'], 'NetworkMode': 'awsvpc', 'Memory': '512'",
                                WEB)),
                row(
                        "a port that the container does not have",
                        "service.load-balancer.port",
                        service(
                                "'LoadBalancers': [{'ContainerName': 'web', 'ContainerPort': 80, "
                                        + "'TargetGroupArn': 'arn:aws:elasticloadbalancing:x'}]",
                                FARGATE,
                                WEB + ", 'PortMappings': [{'ContainerPort': 8080}]")),
                row(
                        "another port of the host in awsvpc",
                        "task.port.host-differs",
                        fargate(WEB + ", 'PortMappings': [{'ContainerPort': 80, 'HostPort': 8080}]")),
                row(
                        "a disk of 10 GiB",
                        "task.ephemeral-storage.range",
                        task(FARGATE + ", 'EphemeralStorage': {'SizeInGiB': 10}", WEB)),
                row(
                        "links in awsvpc",
                        "task.links.network-mode",
                        task("'NetworkMode': 'awsvpc', 'Memory': '512'", WEB + ", 'Links': ['db']")));
    }

    /** The CDK stops at these when it synthesizes; the sizes are warnings. */
    private static Stream<Object[]> whileSynthesizing() {
        return Stream.of(
                row(
                        "no instances to run on",
                        "capacity.none",
                        Sketch.of("'Shop': {'Type': 'AWS::ECS::Cluster'}, 'Web': {'Type': 'AWS::ECS::Service', "
                                + "'Properties': {'Cluster': {'Ref': 'Shop'}, 'LaunchType': 'EC2', "
                                + "'TaskDefinition': 'web'}}")),
                row(
                        "no container",
                        "task.containers.none",
                        Sketch.of("'Task': {'Type': 'AWS::ECS::TaskDefinition', " + "'Properties': {" + FARGATE
                                + ", 'ContainerDefinitions': []}}")),
                row("no essential container", "task.essential.none", fargate(WEB + ", 'Essential': false")),
                row("300 CPU units", "task.size.fargate", task(FARGATE.replace("256", "300"), WEB)),
                row("256 CPU units with 4 GiB", "task.size.fargate", task(FARGATE.replace("'512'", "'4096'"), WEB)));
    }

    /** The CDK and cfn-lint say nothing about these. */
    private static Stream<Object[]> silent() {
        return Stream.concat(silentTasks(), silentServices());
    }

    private static Stream<Object[]> silentTasks() {
        var two = "}, {'Name': 'db', 'Image': 'db:1'";
        return Stream.of(
                row(
                        "waiting for health that nobody checks",
                        "task.dependency.unchecked",
                        fargate(waiting("HEALTHY") + two)),
                row(
                        "waiting for the end of what is essential",
                        "task.dependency.essential",
                        fargate(waiting("SUCCESS") + two)),
                row(
                        "waiting in a circle",
                        "task.dependency.circle",
                        fargate(waiting("START") + two
                                + ", 'DependsOn': [{'ContainerName': 'web', 'Condition': 'START'}]")),
                row(
                        "reservations beyond the task",
                        "task.memory.containers-exceed-task",
                        fargate(WEB + ", 'MemoryReservation': 400" + two + ", 'MemoryReservation': 400")),
                row("a limit beyond the task", "task.memory.containers-exceed-task", fargate(WEB + ", 'Memory': 1024")),
                row(
                        "two containers at one port",
                        "task.port.twice",
                        fargate(WEB + ", 'PortMappings': [{'ContainerPort': 80}]" + two
                                + ", 'PortMappings': [{'ContainerPort': 80}]")),
                row(
                        "a mount of no volume",
                        "task.volume.absent",
                        fargate(WEB + ", 'MountPoints': [{'SourceVolume': 'data', 'ContainerPath': '/data'}]")),
                row(
                        "a folder of the host",
                        "task.fargate.refused",
                        task(
                                FARGATE + ", 'Volumes': [{'Name': 'data', " + "'Host': {'SourcePath': '/var'}}]",
                                mounting())),
                row(
                        "a volume of Docker",
                        "task.fargate.refused",
                        task(
                                FARGATE + ", 'Volumes': [{'Name': 'data', "
                                        + "'DockerVolumeConfiguration': {'Scope': 'task'}}]",
                                mounting())),
                row("all rights on the host", "task.fargate.refused", fargate(WEB + ", 'Privileged': true")),
                row("twelve containers", "task.containers.too-many", fargate(twelve())),
                row("five minutes to stop", "container.timeout.range", fargate(WEB + ", 'StopTimeout': 300")),
                row("swap", "task.fargate.refused", fargate(WEB + ", 'LinuxParameters': {'MaxSwap': 100}")),
                row(
                        "a name that no image has",
                        "container.image.form",
                        fargate("'Name': 'web', 'Image': 'NGINX:::x'")));
    }

    private static Stream<Object[]> silentServices() {
        var linear = "'DeploymentConfiguration': {'Strategy': 'LINEAR', 'LinearConfiguration': {'StepPercent': 10, "
                + "'StepBakeTimeInMinutes': 300}}";
        return Stream.of(
                row(
                        "Fargate and instances in one strategy",
                        "capacity.strategy.mixed",
                        strategy(
                                "{'CapacityProvider': 'FARGATE', 'Weight': 1}, {'CapacityProvider': 'own', 'Weight': 1}")),
                row(
                        "two bases",
                        "capacity.strategy.bases",
                        strategy("{'CapacityProvider': 'FARGATE', 'Base': 1, 'Weight': 1}, "
                                + "{'CapacityProvider': 'FARGATE_SPOT', 'Base': 1, 'Weight': 1}")),
                row(
                        "no weight",
                        "capacity.strategy.weights",
                        strategy("{'CapacityProvider': 'FARGATE', 'Weight': 0}, {'CapacityProvider': 'FARGATE_SPOT'}")),
                row(
                        "a provider that the cluster does not have",
                        "capacity.provider.unassociated",
                        Sketch.of(
                                "'Shop': {'Type': 'AWS::ECS::Cluster', 'Properties': {'CapacityProviders': ['FARGATE']}}, "
                                        + "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'Cluster': {'Ref': 'Shop'}, "
                                        + "'TaskDefinition': 'web', 'CapacityProviderStrategy': "
                                        + "[{'CapacityProvider': 'FARGATE_SPOT', 'Weight': 1}]}}")),
                row(
                        "a circuit breaker with CodeDeploy",
                        "service.circuit-breaker.controller",
                        service(
                                "'DeploymentController': {'Type': 'CODE_DEPLOY'}, 'DeploymentConfiguration': "
                                        + "{'DeploymentCircuitBreaker': {'Enable': true, 'Rollback': true}}, 'LoadBalancers': "
                                        + "[{'ContainerName': 'web', 'ContainerPort': 80, 'TargetGroupArn': 'arn:x'}]",
                                FARGATE,
                                WEB + ", 'PortMappings': [{'ContainerPort': 80}]")),
                row(
                        "a deployment longer than 33 hours",
                        "service.shift.total",
                        service(
                                linear + ", 'LoadBalancers': [{'ContainerName': 'web', 'ContainerPort': 80, "
                                        + "'TargetGroupArn': 'arn:aws:elasticloadbalancing:x', 'AdvancedConfiguration': "
                                        + "{'AlternateTargetGroupArn': 'arn:y', 'ProductionListenerRule': 'arn:z', "
                                        + "'RoleArn': 'arn:r'}}]",
                                FARGATE,
                                WEB + ", 'PortMappings': [{'ContainerPort': 80}]")),
                row(
                        "a cluster query that does not parse",
                        "placement.expression",
                        task(
                                "'Memory': '512', 'PlacementConstraints': [{'Type': 'memberOf', "
                                        + "'Expression': 'attribute:ecs.instance-type ~~ t3.*'}]",
                                WEB)));
    }

    private static final String FARGATE =
            "'RequiresCompatibilities': ['FARGATE'], 'NetworkMode': 'awsvpc', 'Cpu': '256', 'Memory': '512'";

    private static Object[] row(String what, String rule, Sketch template) {
        return new Object[] {what, rule, template};
    }

    private static String waiting(String condition) {
        return WEB + ", 'DependsOn': [{'ContainerName': 'db', 'Condition': '" + condition + "'}]";
    }

    private static String mounting() {
        return WEB + ", 'MountPoints': [{'SourceVolume': 'data', 'ContainerPath': '/data'}]";
    }

    private static String twelve() {
        var containers = new StringBuilder(WEB);
        for (var i = 2; i <= 12; i++) {
            containers.append("}, {'Name': 'c").append(i).append("', 'Image': 'c:1'");
        }
        return containers.toString();
    }

    private static Sketch fargate(String container) {
        return task(FARGATE, container);
    }

    private static Sketch task(String properties, String container) {
        return Sketch.of(definition(properties, container));
    }

    private static String definition(String properties, String container) {
        return "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {" + properties
                + ", 'ContainerDefinitions': [{" + container + "}]}}";
    }

    private static Sketch strategy(String items) {
        return service("'CapacityProviderStrategy': [" + items + "]", FARGATE, WEB);
    }

    private static Sketch service(String properties, String task, String container) {
        return Sketch.of("'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': {'Ref': 'Task'}, "
                + "'NetworkConfiguration': {'AwsvpcConfiguration': {'Subnets': ['subnet-1']}}, " + properties + "}}, "
                + definition(task, container));
    }
}
