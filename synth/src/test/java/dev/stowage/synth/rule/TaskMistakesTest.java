package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Task definitions of templates that AWS refuses or that come to no good, each beside its neighbour that is sound. */
class TaskMistakesTest {

    private static final String ASKED =
            "'Parameters': {'P': {'Type': 'String'}, 'Hidden': {'Type': 'String', 'NoEcho': true}, "
                    + "'N': {'Type': 'Number'}, 'L': {'Type': 'CommaDelimitedList'}}, "
                    + "'Conditions': {'C': {'Fn::Equals': [{'Ref': 'P'}, 'x']}}";

    private static final String EC2 = "'Memory': '512', 'NetworkMode': '";
    private static final String FARGATE = "'RequiresCompatibilities': ['FARGATE'], 'NetworkMode': 'awsvpc', "
            + "'Cpu': '1024', 'Memory': '2048', 'ExecutionRoleArn': 'arn:aws:iam::123456789012:role/e'";
    private static final String WINDOWS =
            FARGATE + ", 'RuntimePlatform': {'OperatingSystemFamily': 'WINDOWS_SERVER_2022_CORE'}";
    private static final String MANAGED = "'RequiresCompatibilities': ['MANAGED_INSTANCES'], 'NetworkMode': 'awsvpc', "
            + "'Cpu': '1024', 'Memory': '2048'";
    private static final String SECRET = "'arn:aws:secretsmanager:eu-west-1:123456789012:secret:";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairs")
    void isFound(String rule, String property, String wrong, String sound) {
        assertThat(Sketch.of(ASKED, wrong).findings(rule))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.property())
                        .hasValueSatisfying(at -> assertThat(at).endsWith(property)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairs")
    void itsNeighbourIsSound(String rule, String property, String wrong, String sound) {
        assertThat(Sketch.of(ASKED, sound).found(rule)).isEmpty();
    }

    /** What a parameter hands in, or a condition takes away, is nobody's mistake. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pairs")
    void aValueThatOnlyDeploymentTellsIsNoMistake(String rule, String property, String wrong, String sound) {
        var open =
                "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'RequiresCompatibilities': {'Ref': 'L'}, "
                        + "'NetworkMode': {'Ref': 'P'}, 'Cpu': {'Ref': 'P'}, 'Memory': {'Ref': 'P'}, 'Volumes': {'Ref': 'P'}, "
                        + "'RuntimePlatform': {'OperatingSystemFamily': {'Ref': 'P'}, 'CpuArchitecture': {'Ref': 'P'}}, "
                        + "'ExecutionRoleArn': {'Ref': 'P'}, 'ContainerDefinitions': [{'Name': {'Ref': 'P'}, 'Image': {'Ref': 'P'}, "
                        + "'User': {'Ref': 'P'}, 'WorkingDirectory': {'Ref': 'P'}, 'EntryPoint': {'Ref': 'L'}, "
                        + "'Environment': [{'Name': {'Ref': 'P'}, 'Value': {'Ref': 'P'}}], "
                        + "'Secrets': [{'Name': {'Ref': 'P'}, 'ValueFrom': {'Ref': 'P'}}], 'Memory': {'Ref': 'N'}, "
                        + "'EnvironmentFiles': [{'Type': 's3', 'Value': {'Ref': 'P'}}], 'Links': [{'Ref': 'P'}], "
                        + "'LogConfiguration': {'LogDriver': {'Ref': 'P'}, 'Options': {'x': 'y'}}, "
                        + "'SystemControls': [{'Namespace': {'Ref': 'P'}, 'Value': {'Ref': 'P'}}], "
                        + "'PortMappings': [{'ContainerPortRange': {'Ref': 'P'}}], "
                        + "'RestartPolicy': {'Enabled': {'Ref': 'P'}}}]}}, "
                        + "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': {'Ref': 'Task'}, "
                        + "'PlatformVersion': {'Ref': 'P'}, 'VolumeConfigurations': [{'Name': {'Ref': 'P'}, 'ManagedEBSVolume': "
                        + "{'RoleArn': {'Ref': 'P'}, 'SizeInGiB': {'Ref': 'N'}, 'VolumeType': {'Ref': 'P'}, 'Iops': {'Ref': 'N'}}}]}}";

        assertThat(Sketch.of(ASKED, open).found(rule)).isEmpty();
    }

    @Test
    void aPlatformThatIsNewerThanAllIsAWarning() {
        assertThat(service("'LaunchType': 'FARGATE', 'PlatformVersion': '1.5.0'")
                        .found("service.platform.version"))
                .singleElement()
                .asString()
                .startsWith(
                        "WARNING Web/PlatformVersion: `Web` asks for the platform version `1.5.0` of Fargate, and there");
    }

    static List<Object[]> pairs() {
        var pairs = new ArrayList<Object[]>();
        addresses(pairs);
        roles(pairs);
        process(pairs);
        variables(pairs);
        secrets(pairs);
        logs(pairs);
        volumes(pairs);
        places(pairs);
        services(pairs);
        return pairs;
    }

    private static void roles(List<Object[]> pairs) {
        var secret = "'Secrets': [{'Name': 'A', 'ValueFrom': '/a'}]";
        var trust = "'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole', "
                + "'Principal': {'Service': 'ecs-tasks.amazonaws.com'}}]}, 'ManagedPolicyArns': "
                + "['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']";
        var policy = ", 'Policies': [{'PolicyName': 'p', 'PolicyDocument': {'Statement': [{'Effect': 'Allow', "
                + "'Resource': '*', 'Action': ['%s']}]}}]";
        pairs.add(pair(
                "task.execution-role.secrets",
                "Secrets",
                withRole(secret, trust),
                withRole(secret, trust + policy.formatted("ssm:Get*"))));
        var elsewhere = ", 'More': {'Type': 'AWS::IAM::Policy', 'Properties': {'Roles': [{'Ref': 'Role'}], "
                + "'PolicyName': 'p', 'PolicyDocument': {'Ref': 'P'}}}";
        pairs.add(pair(
                "task.execution-role.secrets",
                "Secrets",
                withRole(secret, trust + policy.formatted("s3:GetObject")),
                withRole(secret, trust) + elsewhere));
        var logs =
                "'LogConfiguration': {'LogDriver': 'awslogs', 'Options': {'awslogs-group': 'g', 'awslogs-region': 'r', "
                        + "'awslogs-stream-prefix': 'p', 'awslogs-create-group': 'true'}}";
        pairs.add(pair(
                "task.execution-role.log-group",
                "awslogs-create-group",
                withRole(logs, trust),
                withRole(logs, trust + policy.formatted("logs:*"))));
    }

    private static String withRole(String container, String role) {
        return task(FARGATE.replace("'arn:aws:iam::123456789012:role/e'", "{'Fn::GetAtt': ['Role', 'Arn']}"), container)
                + ", 'Role': {'Type': 'AWS::IAM::Role', 'Properties': {" + role + "}}";
    }

    private static void addresses(List<Object[]> pairs) {
        var cache = ", {'Name': 'cache', 'Image': 'redis:7'";
        both(
                pairs,
                "container.variable.sibling",
                "Value",
                FARGATE,
                "'Environment': [{'Name': 'CACHE', 'Value': 'redis://cache:6379'}]}" + cache,
                "'Environment': [{'Name': 'CACHE', 'Value': 'redis://cache.shop:6379'}]}" + cache);
        both(pairs, "task.links.network-mode", "Links", EC2 + "host'", "'Links': ['web']", "'Links': []");
        var two = "'PortMappings': [{'ContainerPort': 80, 'Name': 'a'}, {'ContainerPort': 81, 'Name': '";
        both(pairs, "task.port.name-twice", "1/Name", FARGATE, two + "a'}]", two + "b'}]");
        both(
                pairs,
                "task.port.nameless",
                "AppProtocol",
                FARGATE,
                "'PortMappings': [{'ContainerPort': 80, 'AppProtocol': 'http'}]",
                "'PortMappings': [{'ContainerPort': 80, 'AppProtocol': 'http', 'Name': 'a'}]");
        both(
                pairs,
                "task.port.range",
                "ContainerPortRange",
                EC2 + "bridge'",
                "'PortMappings': [{'ContainerPortRange': '90-80'}]",
                "'PortMappings': [{'ContainerPortRange': '80-90'}]");
        both(
                pairs,
                "task.port.range",
                "ContainerPortRange",
                EC2 + "bridge'",
                "'PortMappings': [{'ContainerPortRange': '80-90', 'ContainerPort': 80}]",
                "'PortMappings': [{'ContainerPortRange': '80-90', 'Protocol': 'tcp'}]");
        both(
                pairs,
                "task.port.reserved",
                "HostPort",
                EC2 + "bridge'",
                "'PortMappings': [{'ContainerPort': 22, 'HostPort': 22}]",
                "'PortMappings': [{'ContainerPort': 22, 'HostPort': 2222}]");
        pairs.add(pair(
                "task.port.reserved",
                "HostPort",
                task(EC2 + "host'", "'PortMappings': [{'ContainerPort': 51678}]"),
                task(EC2 + "awsvpc'", "'PortMappings': [{'ContainerPort': 51678}]")));
        var port = "'PortMappings': [{'ContainerPort': 80}]";
        pairs.add(pair(
                "task.port.without-network", "PortMappings", task(EC2 + "none'", port), task(EC2 + "host'", port)));
        for (var host : List.of("'Hostname': 'web'", "'ExtraHosts': [{'Hostname': 'a', 'IpAddress': '10.0.0.1'}]")) {
            pairs.add(pair(
                    "container.host.network-mode",
                    host.startsWith("'H") ? "Hostname" : "ExtraHosts",
                    task(EC2 + "awsvpc'", host),
                    task(EC2 + "bridge'", host)));
        }
        both(pairs, "task.link.absent", "Links/0", EC2 + "bridge'", "'Links': ['db:db']", "'Links': []");
        both(pairs, "task.link.absent", "Links/0", EC2 + "bridge'", "'Links': ['web']", "'Links': [{'Ref': 'P'}]");
        var proxy = ", 'ProxyConfiguration': {'ContainerName': '%s', 'ProxyConfigurationProperties': [%s"
                + "{'Name': 'AppPorts', 'Value': '80'}, {'Name': 'ProxyIngressPort', 'Value': '15000'}, "
                + "{'Name': 'ProxyEgressPort', 'Value': '15001'}]}";
        var user = "{'Name': 'IgnoredUID', 'Value': '1337'}, ";
        pairs.add(pair(
                "task.proxy.container",
                "ContainerName",
                task(FARGATE + proxy.formatted("envoy", user), "'Cpu': 1"),
                task(FARGATE + proxy.formatted("web", user), "'Cpu': 1")));
        pairs.add(pair(
                "task.proxy.properties",
                "ProxyConfigurationProperties",
                task(FARGATE + proxy.formatted("web", ""), "'Cpu': 1"),
                task(FARGATE + proxy.formatted("web", user), "'Cpu': 1")));
        pairs.add(pair(
                "task.proxy.network-mode",
                "ProxyConfiguration",
                task(EC2 + "bridge'" + proxy.formatted("web", user), "'Cpu': 1"),
                task(EC2 + "awsvpc'" + proxy.formatted("web", user), "'Cpu': 1")));
        pairs.add(pair(
                "task.fault-injection.network-mode",
                "EnableFaultInjection",
                task(EC2 + "bridge', 'EnableFaultInjection': true", "'Cpu': 1"),
                task(EC2 + "host', 'EnableFaultInjection': true", "'Cpu': 1")));
    }

    private static void process(List<Object[]> pairs) {
        for (var wrong : List.of(
                "['CMD', 'curl -f http://localhost/']",
                "['CMD-SHELL', 'curl', '-f', 'http://localhost/']",
                "['CMD']")) {
            both(
                    pairs,
                    "container.health-check.command",
                    "Command",
                    FARGATE,
                    "'HealthCheck': {'Command': " + wrong + "}",
                    "'HealthCheck': {'Command': ['CMD-SHELL', 'curl -f http://localhost/ || exit 1']}");
        }
        both(
                pairs,
                "container.image.form",
                "Image",
                FARGATE,
                "'Image': '12345.dkr.ecr.eu-west-1.amazonaws.com/shop:1'",
                "'Image': '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1'");
        both(
                pairs,
                "task.fargate.refused",
                "ResourceRequirements",
                FARGATE,
                "'ResourceRequirements': [{'Type': 'GPU', 'Value': '1'}]",
                "'ResourceRequirements': []");
        both(
                pairs,
                "container.path.relative",
                "WorkingDirectory",
                FARGATE,
                "'WorkingDirectory': 'app'",
                "'WorkingDirectory': 'C:\\\\app'");
        both(
                pairs,
                "container.path.relative",
                "ContainerPath",
                FARGATE + ", 'Volumes': [{'Name': 'v'}]",
                "'MountPoints': [{'SourceVolume': 'v', 'ContainerPath': 'data'}]",
                "'MountPoints': [{'SourceVolume': 'v', 'ContainerPath': '/data'}]");
        both(pairs, "container.user.form", "User", FARGATE, "'User': '1000:'", "'User': '1000:1000'");
        both(
                pairs,
                "container.kernel-setting.refused",
                "Namespace",
                FARGATE,
                "'SystemControls': [{'Namespace': 'vm.max_map_count', 'Value': '262144'}]",
                "'SystemControls': [{'Namespace': 'net.core.somaxconn', 'Value': '1024'}]");
        var net = "'SystemControls': [{'Namespace': 'net.core.somaxconn', 'Value': '1024'}]";
        pairs.add(pair(
                "container.kernel-setting.refused", "Namespace", task(EC2 + "host'", net), task(EC2 + "bridge'", net)));
        var second =
                "}, {'Name': 'b', 'Image': 'b:1', 'SystemControls': [{'Namespace': 'net.core.somaxconn', 'Value': '";
        both(
                pairs,
                "container.kernel-setting.differs",
                "1/SystemControls/0/Value",
                FARGATE,
                net + second + "2048'}]",
                net + second + "1024'}]");
        both(
                pairs,
                "container.entry-point.blank",
                "EntryPoint/0",
                FARGATE,
                "'EntryPoint': ['python app.py']",
                "'EntryPoint': ['sh', '-c']");
        both(
                pairs,
                "container.restart.disabled",
                "Enabled",
                FARGATE,
                "'RestartPolicy': {'Enabled': false, 'RestartAttemptPeriod': 60}",
                "'RestartPolicy': {'Enabled': false}");
        both(
                pairs,
                "container.gpu.count",
                "Value",
                EC2 + "bridge'",
                "'ResourceRequirements': [{'Type': 'GPU', 'Value': '0'}]",
                "'ResourceRequirements': [{'Type': 'GPU', 'Value': '1'}]");
        both(
                pairs,
                "container.credential-spec.form",
                "CredentialSpecs/0",
                FARGATE,
                "'CredentialSpecs': ['arn:aws:s3:::specs/web.json']",
                "'CredentialSpecs': ['credentialspecdomainless:arn:aws:s3:::specs/web.json']");
    }

    private static void variables(List<Object[]> pairs) {
        variable(
                pairs,
                "container.variable.name",
                "Name",
                "'Name': 'A=B', 'Value': 'c'",
                "'Name': 'a.b-c', 'Value': 'c'");
        variable(
                pairs,
                "container.variable.reserved",
                "Name",
                "'Name': 'AWS_ACCESS_KEY_ID', 'Value': {'Ref': 'P'}",
                "'Name': 'AWS_REGION', 'Value': {'Ref': 'P'}");
        variable(
                pairs,
                "container.variable.plain-secret",
                "Value",
                "'Name': 'DB_PASSWORD', 'Value': 'hunter2'",
                "'Name': 'DB_PASSWORD_FILE', 'Value': 'hunter2'");
        variable(
                pairs,
                "container.variable.plain-secret",
                "Value",
                "'Name': 'A', 'Value': {'Ref': 'Hidden'}",
                "'Name': 'A', 'Value': {'Ref': 'P'}");
        variable(
                pairs,
                "container.variable.plain-secret",
                "Value",
                "'Name': 'A', 'Value': '{{resolve:secretsmanager:db}}'",
                "'Name': 'A', 'Value': '{{resolve:ssm:db}}'");
        variable(
                pairs,
                "container.variable.plain-secret",
                "Value",
                "'Name': 'A', 'Value': 'postgres://shop:hunter2@db:5432/shop'",
                "'Name': 'A', 'Value': 'postgres://db:5432/shop@2'");
        variable(
                pairs,
                "container.variable.plain-secret",
                "Value",
                "'Name': 'A', 'Value': 'AKIAIOSFODNN7EXAMPLE'",
                "'Name': 'MYSQL_ALLOW_EMPTY_PASSWORD', 'Value': 'yes'");
        both(
                pairs,
                "container.variable-file.form",
                "Value",
                FARGATE,
                "'EnvironmentFiles': [{'Type': 's3', 'Value': {'Fn::Sub': '${P}/web.txt'}}]",
                "'EnvironmentFiles': [{'Type': 's3', 'Value': {'Fn::Sub': '${P}/web.env'}}]");
        both(
                pairs,
                "container.variable-file.form",
                "Value",
                FARGATE,
                "'EnvironmentFiles': [{'Type': 's3', 'Value': 's3://bucket/web.env'}]",
                "'EnvironmentFiles': [{'Type': 's3', 'Value': 'arn:aws:s3:::bucket/web.env'}]");
    }

    private static void secrets(List<Object[]> pairs) {
        var made = ", 'Login': {'Type': 'AWS::SecretsManager::Secret', 'Properties': {}}";
        secret(pairs, SECRET + "db-a1b2c3:password'", SECRET + "db-a1b2c3:password::'", "");
        secret(pairs, "'arn:aws:kms:eu-west-1:123456789012:key/1'", "'db-password'", "");
        secret(pairs, "'{{resolve:secretsmanager:db}}'", "'/shop/db'", "");
        secret(
                pairs,
                "'arn:aws:ssm:eu-west-1:123456789012:parameter/db:password::'",
                "'arn:aws:ssm:eu-west-1:123456789012:parameter/db'",
                "");
        secret(pairs, "{'Fn::Sub': '${Login}:password'}", "{'Fn::Sub': '${Login}:password::'}", made);
        secret(
                pairs,
                "{'Fn::Join': ['', [{'Ref': 'Login'}, 'password']]}",
                "{'Fn::Join': ['', [{'Ref': 'Login'}, ':password::']]}",
                made);
        both(
                pairs,
                "secret.name.partial",
                "ValueFrom",
                FARGATE,
                "'Secrets': [{'Name': 'A', 'ValueFrom': " + SECRET + "db'}]",
                "'Secrets': [{'Name': 'A', 'ValueFrom': " + SECRET + "db-a1b2c3'}]");
        both(
                pairs,
                "container.registry-login.reference",
                "CredentialsParameter",
                FARGATE,
                "'RepositoryCredentials': {'CredentialsParameter': 'arn:aws:ssm:eu-west-1:123456789012:parameter/hub'}",
                "'RepositoryCredentials': {'CredentialsParameter': " + SECRET + "hub-a1b2c3'}");
        pairs.add(pair(
                "task.execution-role.missing",
                "Name",
                task(EC2 + "bridge'", "'Secrets': [{'Name': 'A', 'ValueFrom': '/a'}]"),
                task(EC2 + "bridge', 'ExecutionRoleArn': 'e'", "'Secrets': [{'Name': 'A', 'ValueFrom': '/a'}]")));
    }

    private static void logs(List<Object[]> pairs) {
        var group = "'awslogs-group': 'g', 'awslogs-region': 'r', 'awslogs-stream-prefix': 'p'";
        log(pairs, "task.logs.option-unknown", "awslogs-tag", "awslogs", group + ", 'awslogs-tag': 'x'", group);
        log(pairs, "task.logs.options", "Options", "awslogs", "'awslogs-group': 'g', 'awslogs-region': 'r'", group);
        log(
                pairs,
                "task.logs.options",
                "Options",
                "splunk",
                "'splunk-token': 't'",
                "'splunk-token': 't', 'splunk-url': 'u'");
        log(
                pairs,
                "task.logs.options-together",
                "awslogs-multiline-pattern",
                "awslogs",
                group + ", 'awslogs-datetime-format': '%Y', 'awslogs-multiline-pattern': '^x'",
                group + ", 'awslogs-multiline-pattern': '^x'");
        log(
                pairs,
                "task.logs.options-together",
                "max-buffer-size",
                "awslogs",
                group + ", 'mode': 'blocking', 'max-buffer-size': '4m'",
                group + ", 'mode': 'non-blocking', 'max-buffer-size': '4m'");
        log(
                pairs,
                "task.logs.buffer",
                "log-driver-buffer-limit",
                "awsfirelens",
                "'log-driver-buffer-limit': '536870913'",
                "'log-driver-buffer-limit': '536870912'");
        log(
                pairs,
                "task.logs.token",
                "splunk-token",
                "splunk",
                "'splunk-token': 't', 'splunk-url': 'u'",
                "'splunk-token': {'Ref': 'P'}, 'splunk-url': 'u'");
        both(
                pairs,
                "task.logs.router-file",
                "config-file-type",
                FARGATE,
                "'FirelensConfiguration': {'Type': 'fluentbit', 'Options': {'config-file-type': 's3', "
                        + "'config-file-value': 'arn:aws:s3:::b/x.conf'}}",
                "'FirelensConfiguration': {'Type': 'fluentbit', 'Options': {'config-file-type': 'file', "
                        + "'config-file-value': '/x.conf'}}");
        both(
                pairs,
                "task.logs.router-file",
                "Options",
                FARGATE,
                "'FirelensConfiguration': {'Type': 'fluentbit', 'Options': {'config-file-type': 'file'}}",
                "'FirelensConfiguration': {'Type': 'fluentbit', 'Options': {'enable-ecs-log-metadata': 'true'}}");
        pairs.add(pair(
                "task.logs.none",
                "ContainerDefinitions",
                task(FARGATE, "'Cpu': 1"),
                task(EC2 + "bridge'", "'Cpu': 1")));
    }

    private static void volumes(List<Object[]> pairs) {
        volume(
                pairs,
                "task.volume.name-twice",
                "1/Name",
                "{'Name': 'v'}, {'Name': 'v'}",
                "{'Name': 'v'}, {'Name': 'w'}");
        volume(
                pairs,
                "task.volume.kinds",
                "Host",
                "{'Name': 'v', 'ConfiguredAtLaunch': true, 'Host': {'SourcePath': '/x'}}",
                "{'Name': 'v', 'ConfiguredAtLaunch': true, 'Host': {}}");
        volume(
                pairs,
                "task.volume.host-path",
                "SourcePath",
                "{'Name': 'v', 'Host': {'SourcePath': 'x'}}",
                "{'Name': 'v', 'Host': {'SourcePath': '/x'}}");
        volume(
                pairs,
                "task.volume.autoprovision",
                "Autoprovision",
                "{'Name': 'v', 'DockerVolumeConfiguration': {'Autoprovision': true}}",
                "{'Name': 'v', 'DockerVolumeConfiguration': {'Autoprovision': true, 'Scope': 'shared'}}");
        volume(
                pairs,
                "task.volume.file-system",
                "FilesystemId",
                "{'Name': 'v', 'EFSVolumeConfiguration': {'FilesystemId': 'data'}}",
                "{'Name': 'v', 'EFSVolumeConfiguration': {'FilesystemId': 'fs-12345678'}}");
        var files = "{'Name': 'v', 'EFSVolumeConfiguration': {'FilesystemId': 'fs-1', 'TransitEncryption': 'ENABLED', "
                + "'AuthorizationConfig': {'IAM': '";
        volume(pairs, "task.volume.role-missing", "IAM", files + "ENABLED'}}}", files + "DISABLED'}}}");
        var made = "'Volumes': [{'Name': 'v', 'EFSVolumeConfiguration': {'FilesystemId': {'Ref': 'Files'}}}]";
        var fileSystem = ", 'Files': {'Type': 'AWS::EFS::FileSystem', 'Properties': {}}";
        pairs.add(
                pair(
                        "task.volume.mount-target",
                        "FilesystemId",
                        task(FARGATE + ", " + made, "'Cpu': 1") + fileSystem,
                        task(FARGATE + ", " + made, "'Cpu': 1") + fileSystem
                                + ", 'Target': {'Type': 'AWS::EFS::MountTarget', 'Properties': {'FileSystemId': {'Ref': 'Files'}}}"));
        volume(
                pairs,
                "task.volume.disks",
                "1/ConfiguredAtLaunch",
                "{'Name': 'v', 'ConfiguredAtLaunch': true}, {'Name': 'w', 'ConfiguredAtLaunch': true}",
                "{'Name': 'v', 'ConfiguredAtLaunch': true}, {'Name': 'w', 'ConfiguredAtLaunch': false}");
        both(
                pairs,
                "container.volumes-from.absent",
                "SourceContainer",
                EC2 + "bridge'",
                "'VolumesFrom': [{'SourceContainer': 'data'}]",
                "'VolumesFrom': [{'SourceContainer': 'b'}]}, {'Name': 'b', 'Image': 'b:1'");
    }

    private static void places(List<Object[]> pairs) {
        both(
                pairs,
                "task.windows.refused",
                "Ulimits",
                WINDOWS,
                "'Ulimits': [{'Name': 'nofile', 'SoftLimit': 1, 'HardLimit': 1}]",
                "'StopTimeout': 60");
        pairs.add(pair(
                "task.windows.processor",
                "CpuArchitecture",
                task(WINDOWS.replace("CORE'}", "CORE', 'CpuArchitecture': 'ARM64'}"), "'Cpu': 1"),
                task(WINDOWS.replace("CORE'}", "CORE', 'CpuArchitecture': 'X86_64'}"), "'Cpu': 1")));
        both(pairs, "task.managed-instances.refused", "Links", MANAGED, "'Links': ['a']", "'Links': []");
        pairs.add(pair(
                "task.managed-instances.refused",
                "IpcMode",
                task(MANAGED + ", 'IpcMode': 'task'", "'Cpu': 1"),
                task(MANAGED + ", 'PidMode': 'task'", "'Cpu': 1")));
        var outside = "'RequiresCompatibilities': ['EXTERNAL'], 'Memory': '512', 'NetworkMode': '";
        pairs.add(pair(
                "task.external.refused",
                "NetworkMode",
                task(outside + "awsvpc'", "'Cpu': 1"),
                task(outside + "bridge'", "'Cpu': 1")));
        pairs.add(pair(
                "container.memory.missing",
                "Memory",
                task("'RequiresCompatibilities': ['EC2']", "'Cpu': 1"),
                task("'RequiresCompatibilities': ['EC2']", "'MemoryReservation': 64")));
        pairs.add(pair(
                "task.cpu.range", "Cpu", task("'Cpu': '2'", "'Memory': 64"), task("'Cpu': '2 vCPU'", "'Memory': 64")));
        pairs.add(pair(
                "task.size.form",
                "Memory",
                task("'Memory': '512 MB'", "'Cpu': 1"),
                task("'Memory': '0.5 GB'", "'Cpu': 1")));
        pairs.add(pair(
                "task.ephemeral-storage.unused",
                "EphemeralStorage",
                task("'RequiresCompatibilities': ['EC2'], 'EphemeralStorage': {'SizeInGiB': 50}", "'Memory': 64"),
                task(FARGATE + ", 'EphemeralStorage': {'SizeInGiB': 50}", "'Memory': 64")));
    }

    private static void services(List<Object[]> pairs) {
        platform(pairs, "service.platform.version", "'latest'", "'LATEST'", "'LaunchType': 'FARGATE'", FARGATE);
        platform(pairs, "service.platform.version", "'1.4.0'", "'1.0.0'", "'LaunchType': 'FARGATE'", WINDOWS);
        var disk = FARGATE + ", 'EphemeralStorage': {'SizeInGiB': 50}";
        platform(pairs, "service.platform.too-old", "'1.3.0'", "'1.4.0'", "'LaunchType': 'FARGATE'", disk);
        platform(
                pairs,
                "service.platform.too-old",
                "'1.3.0'",
                "'LATEST'",
                "'LaunchType': 'FARGATE', 'EnableExecuteCommand': true",
                FARGATE);
        pairs.add(pair(
                "service.platform.instances",
                "PlatformVersion",
                web("'LaunchType': 'EC2', 'PlatformVersion': 'LATEST'", EC2 + "bridge'"),
                web("'LaunchType': 'FARGATE', 'PlatformVersion': 'LATEST'", FARGATE)));
        var spot = "'CapacityProviderStrategy': [{'CapacityProvider': 'FARGATE_SPOT', 'Weight': 1}]";
        pairs.add(pair("service.spot.windows", "CapacityProvider", web(spot, WINDOWS), web(spot, FARGATE)));
        disk(pairs, "service.disk.size", "ManagedEBSVolume", "'VolumeType': 'gp3'", "'SizeInGiB': 1");
        disk(
                pairs,
                "service.disk.size",
                "SizeInGiB",
                "'SizeInGiB': 3, 'VolumeType': 'io1', 'Iops': 100",
                "'SizeInGiB': 4");
        disk(
                pairs,
                "service.disk.speed",
                "Iops",
                "'SizeInGiB': 9, 'VolumeType': 'io2'",
                "'SizeInGiB': 9, 'VolumeType': 'io2', 'Iops': 100");
        disk(
                pairs,
                "service.disk.speed",
                "Iops",
                "'SizeInGiB': 9, 'VolumeType': 'gp2', 'Iops': 3000",
                "'SizeInGiB': 9, 'VolumeType': 'gp3', 'Iops': 3000");
        disk(
                pairs,
                "service.disk.speed",
                "Throughput",
                "'SizeInGiB': 9, 'VolumeType': 'gp2', 'Throughput': 125",
                "'SizeInGiB': 9, 'Throughput': 125");
        disk(pairs, "service.disk.source", "SnapshotId", "'SnapshotId': 'vol-1'", "'SnapshotId': 'snap-1'");
        disk(
                pairs,
                "service.disk.source",
                "VolumeInitializationRate",
                "'SizeInGiB': 9, 'VolumeInitializationRate': 100",
                "'SnapshotId': 'snap-1', 'VolumeInitializationRate': 100");
        disk(
                pairs,
                "service.disk.source",
                "Encrypted",
                "'SizeInGiB': 9, 'KmsKeyId': 'k', 'Encrypted': false",
                "'SizeInGiB': 9, 'KmsKeyId': 'k', 'Encrypted': true");
        var volumes = "'VolumeConfigurations': [{'Name': 'v', 'ManagedEBSVolume': {'RoleArn': 'r', 'SizeInGiB': 1}}]";
        var launched = FARGATE + ", 'Volumes': [{'Name': 'v', 'ConfiguredAtLaunch': true}]";
        pairs.add(pair(
                "service.disk.volume",
                "Name",
                web(volumes, FARGATE + ", 'Volumes': [{'Name': 'w', 'ConfiguredAtLaunch': true}]"),
                web(volumes, launched)));
        pairs.add(pair(
                "service.disk.service",
                "VolumeConfigurations",
                web(volumes + ", 'SchedulingStrategy': 'DAEMON'", launched),
                web(volumes + ", 'SchedulingStrategy': 'REPLICA'", launched)));
    }

    private static void both(
            List<Object[]> pairs, String rule, String property, String task, String wrong, String sound) {
        pairs.add(pair(rule, property, task(task, wrong), task(task, sound)));
    }

    private static void variable(List<Object[]> pairs, String rule, String property, String wrong, String sound) {
        both(pairs, rule, property, FARGATE, "'Environment': [{" + wrong + "}]", "'Environment': [{" + sound + "}]");
    }

    private static void secret(List<Object[]> pairs, String wrong, String sound, String others) {
        var from = "'Secrets': [{'Name': 'A', 'ValueFrom': ";
        pairs.add(pair(
                "container.secret.reference",
                "ValueFrom",
                task(FARGATE, from + wrong + "}]") + others,
                task(FARGATE, from + sound + "}]") + others));
    }

    private static void log(
            List<Object[]> pairs, String rule, String property, String driver, String wrong, String sound) {
        var logs = "'LogConfiguration': {'LogDriver': '" + driver + "', 'Options': {";
        both(pairs, rule, property, FARGATE, logs + wrong + "}}", logs + sound + "}}");
    }

    private static void volume(List<Object[]> pairs, String rule, String property, String wrong, String sound) {
        pairs.add(pair(
                rule,
                property,
                task(EC2 + "bridge', 'Volumes': [" + wrong + "]", "'Cpu': 1"),
                task(EC2 + "bridge', 'Volumes': [" + sound + "]", "'Cpu': 1")));
    }

    private static void platform(
            List<Object[]> pairs, String rule, String wrong, String sound, String service, String task) {
        pairs.add(pair(
                rule,
                "PlatformVersion",
                web(service + ", 'PlatformVersion': " + wrong, task),
                web(service + ", 'PlatformVersion': " + sound, task)));
    }

    private static void disk(List<Object[]> pairs, String rule, String property, String wrong, String sound) {
        var before = "'VolumeConfigurations': [{'Name': 'v', 'ManagedEBSVolume': {'RoleArn': 'r', ";
        pairs.add(pair(rule, property, web(before + wrong + "}}]", FARGATE), web(before + sound + "}}]", FARGATE)));
    }

    private static Object[] pair(String rule, String property, String wrong, String sound) {
        return new Object[] {rule, property, wrong, sound};
    }

    private static String task(String properties, String container) {
        return "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {" + properties
                + ", 'ContainerDefinitions': [{'Name': 'web', 'Image': 'shop/web:1', " + container + "}]}}";
    }

    private static String web(String service, String task) {
        return task(task, "'Cpu': 1") + ", 'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': "
                + "{'Ref': 'Task'}, " + service + "}}";
    }

    private static Sketch service(String properties) {
        return Sketch.of(ASKED, web(properties, FARGATE));
    }
}
