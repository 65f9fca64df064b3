package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.schema.diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a local run does otherwise than AWS is told, once, with the user's line. */
@Behaviour("18")
class DifferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOCAL-ROLE      | TaskRoleArn: shop
                    LOCAL-EPHEMERAL | EphemeralStorage: {SizeInGiB: 40}
                    LOCAL-CPU-CAP   | Cpu: 16384
                    LOCAL-ARCH      | RuntimePlatform: {CpuArchitecture: ARM64}
                    LOCAL-WINDOWS   | RuntimePlatform: {OperatingSystemFamily: WINDOWS_SERVER_2022_CORE}
                    LOCAL-FARGATE   | RequiresCompatibilities: [FARGATE]
                    LOCAL-APPMESH   | ProxyConfiguration: {ContainerName: web}
                    LOCAL-FAULT     | EnableFaultInjection: true
                    LOCAL-GPU       | InferenceAccelerators: [{DeviceName: d}]
                    LOCAL-EBS       | Volumes: [{Name: v, ConfiguredAtLaunch: true}]
                    LOCAL-EFS       | Volumes: [{Name: v, EFSVolumeConfiguration: {FilesystemId: fs-1}}]
                    LOCAL-VOLUME    | Volumes: [{Name: v, FSxWindowsFileServerVolumeConfiguration: {FileSystemId: fs-1}}]
                    """)
    void tellsWhatIsDifferentAboutATask(String rule, String line) {
        var translated = Translated.task("ContainerDefinitions: [{Name: web, Image: w}]\n" + line);

        assertThat(translated.findings(rule))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one).startsWith("shop.yaml:7:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOCAL-DEPLOYMENT | DeploymentConfiguration: {Strategy: BLUE_GREEN, BakeTimeInMinutes: 5}
                    LOCAL-DEPLOYMENT | DeploymentConfiguration: {Strategy: CANARY}
                    LOCAL-DEPLOYMENT | DeploymentConfiguration: {Strategy: LINEAR}
                    LOCAL-BAKE       | DeploymentConfiguration: {Strategy: BLUE_GREEN}
                    LOCAL-HOOK       | DeploymentConfiguration: {LifecycleHooks: [{HookTargetArn: a}]}
                    LOCAL-ALARM      | DeploymentConfiguration: {Alarms: {Enable: true, AlarmNames: [a]}}
                    LOCAL-SG         | NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s], SecurityGroups: [g]}}
                    LOCAL-AZ         | NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [s, t]}}
                    LOCAL-SPOT       | CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]
                    LOCAL-SC         | ServiceConnectConfiguration: {Enabled: true}
                    LOCAL-LATTICE    | VpcLatticeConfigurations: [{PortName: p}]
                    LOCAL-CLB        | LoadBalancers: [{LoadBalancerName: old, ContainerName: web, ContainerPort: 80}]
                    """)
    void tellsWhatIsDifferentAboutAService(String rule, String line) {
        var translated = Translated.service(line);

        assertThat(translated.findings(rule))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one).startsWith("shop.yaml:15:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOCAL-CLB     | AWS::ElasticLoadBalancing::LoadBalancer            | {Listeners: []}
                    LOCAL-NLB     | AWS::ElasticLoadBalancingV2::LoadBalancer          | {Type: network}
                    LOCAL-CERT    | AWS::ElasticLoadBalancingV2::Listener              | {Certificates: [{CertificateArn: a}]}
                    LOCAL-AUTH    | AWS::ElasticLoadBalancingV2::ListenerRule          | {Actions: [{Type: authenticate-oidc}]}
                    LOCAL-WAF     | AWS::WAFv2::WebACLAssociation                      | {ResourceArn: a, WebACLArn: b}
                    LOCAL-IAM     | AWS::IAM::Policy                                   | {PolicyName: p}
                    LOCAL-SCALING | AWS::ApplicationAutoScaling::ScalableTarget        | {ServiceNamespace: ecs}
                    LOCAL-EXEC    | AWS::ECS::Cluster                                  | {Configuration: {ExecuteCommandConfiguration: {Logging: NONE}}}
                    """)
    void tellsWhatIsDifferentAboutOtherResources(String rule, String type, String properties) {
        var translated =
                Translated.template("Resources:\n  It:\n    Type: " + type + "\n    Properties: " + properties + "\n");

        assertThat(translated.findings(rule))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one).startsWith("shop.yaml:"));
    }

    @Test
    void tellsOfAnEngineThatCannotBoundATaskOrHasNoSuchLogDriver() {
        var machine = new Machine(8, 16_384, "X86_64", List.of("json-file"), false, false, "eu-west-1", false);
        var translated = Translated.template(Translated.taskTemplate("""
                        Cpu: 256
                        ContainerDefinitions: [{Name: web, Image: w, LogConfiguration: {LogDriver: splunk}}]
                        """), Translated.PLAIN, machine);

        assertThat(translated.findings("LOCAL-TASK-LIMIT")).hasSize(1);
        assertThat(translated.findings("LOCAL-LOGDRIVER")).hasSize(1);
    }

    @Test
    void saysNothingOfAPlainTaskAndWarnsOfNothingThatRunsAsItDoesOnAws() {
        assertThat(Translated.service("DesiredCount: 2").messages()).isEmpty();
    }

    @Test
    void aRunStopsOnlyForWhatHasNoLocalForm() {
        var different = Translated.service("DeploymentConfiguration: {Strategy: CANARY}");
        var impossible = Translated.service("LoadBalancers: [{LoadBalancerName: old}]");

        assertThat(different.translation().stack()).isPresent();
        assertThat(impossible.translation().stack()).isEmpty();
        assertThat(impossible.translation().report().count(Severity.ERROR)).isEqualTo(1);
    }
}
