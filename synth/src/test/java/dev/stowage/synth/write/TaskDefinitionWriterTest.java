package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ECS API is told of a task definition. */
class TaskDefinitionWriterTest {

    private static final String EVERYTHING = """
            {
              "family": "web-api", "cpu": "512", "memory": "1024", "networkMode": "awsvpc", "pidMode": "task",
              "taskRoleArn": "arn:aws:iam::111122223333:role/task", "requiresCompatibilities": ["FARGATE"],
              "runtimePlatform": {"cpuArchitecture": "ARM64", "operatingSystemFamily": "LINUX"},
              "ephemeralStorage": {"sizeInGiB": 30},
              "enableFaultInjection": false,
              "placementConstraints": [{"type": "memberOf", "expression": "attribute:ecs.os-type == linux"}],
              "proxyConfiguration": {"type": "APPMESH", "containerName": "envoy",
                "properties": [{"name": "AppPorts", "value": "80"}]},
              "tags": [{"key": "Team", "value": "front"}],
              "volumes": [
                {"name": "files", "efsVolumeConfiguration": {"fileSystemId": "fs-1", "rootDirectory": "/",
                  "transitEncryption": "ENABLED", "authorizationConfig": {"accessPointId": "fsap-1", "iam": "ENABLED"}}},
                {"name": "shares", "fsxWindowsFileServerVolumeConfiguration": {"fileSystemId": "fs-2",
                  "rootDirectory": "share", "authorizationConfig": {"credentialsParameter": "p", "domain": "d"}}},
                {"name": "objects", "s3filesVolumeConfiguration": {"fileSystemArn": "arn:aws:s3files:x"}},
                {"name": "docker", "dockerVolumeConfiguration": {"scope": "task", "labels": {"Team": "x", "b.c": "y"}}},
                {"name": "host", "host": {"sourcePath": "/x"}}
              ],
              "containerDefinitions": [{
                "name": "web", "image": "nginx", "cpu": 0, "essential": true, "readonlyRootFilesystem": true,
                "dockerLabels": {"Team": "front", "com.example.x": "Y", "Ref": "z"},
                "environment": [{"name": "A", "value": "1"}], "secrets": [{"name": "B", "valueFrom": "arn:aws:x"}],
                "portMappings": [{"containerPort": 80, "hostPort": 80, "protocol": "tcp", "appProtocol": "http"}],
                "healthCheck": {"command": ["CMD", "true"], "interval": 5, "startPeriod": 10},
                "dependsOn": [{"containerName": "envoy", "condition": "HEALTHY"}],
                "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/x", "Mode": "z"},
                  "secretOptions": [{"name": "k", "valueFrom": "v"}]},
                "firelensConfiguration": {"type": "fluentbit", "options": {"enable-ecs-log-metadata": "true"}},
                "linuxParameters": {"initProcessEnabled": true, "capabilities": {"add": ["SYS_PTRACE"], "drop": ["ALL"]},
                  "tmpfs": [{"containerPath": "/tmp", "size": 64, "mountOptions": ["rw"]}]},
                "ulimits": [{"name": "nofile", "softLimit": 1, "hardLimit": 2}],
                "restartPolicy": {"enabled": true, "ignoredExitCodes": [0], "restartAttemptPeriod": 60}
              }]
            }
            """;

    private final List<Diagnostic> missing = new ArrayList<>();

    @Test
    void saysAgainWhatTheApiSaid() throws IOException {
        var written = written(read("web.json", EVERYTHING));

        assertThat(missing).isEmpty();
        assertThat(PlainJson.of(written)).isEqualTo(PlainJson.of(EVERYTHING.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void worksOutFunctionsAndKinds() throws IOException {
        var written = written(read("shop.yaml", """
                Parameters:
                  Tag: {Type: String, Default: '1.2'}
                Resources:
                  Web:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Cpu: 256
                      Volumes: !Ref AWS::NoValue
                      ContainerDefinitions:
                        - Name: web
                          Image: !Sub shop/web:${Tag}
                          Essential: 'true'
                          Command: [run, !Ref AWS::NoValue]
                          PortMappings: [{ContainerPort: '80'}]
                          Environment: [{Name: DEBUG, Value: yes}]
                """));

        assertThat(missing).isEmpty();
        assertThat(PlainJson.of(written)).isEqualTo(PlainJson.of("""
                {"family": "shop-Web", "cpu": "256", "containerDefinitions": [{"name": "web", "image": "shop/web:1.2",
                 "essential": true, "command": ["run"], "portMappings": [{"containerPort": 80}],
                 "environment": [{"name": "DEBUG", "value": "true"}]}]}
                """.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesWhatOnlyADeploymentTells() throws IOException {
        var written = written(read("shop.yaml", """
                Resources:
                  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
                  Web:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Family: web
                      TaskRoleArn: !GetAtt Role.Arn
                      ContainerDefinitions:
                        - Name: web
                          Image: !Sub '${AWS::AccountId}.dkr.ecr/web'
                          User: '{{resolve:ssm:user}}'
                """));

        assertThat(missing)
                .extracting(Diagnostic::message)
                .containsExactly(
                        "`TaskRoleArn` is `!GetAtt Role.Arn`, which only a deployment tells; a value is wanted.",
                        "`ContainerDefinitions/0/Image` is `!Sub ${AWS::AccountId}.dkr.ecr/web`, which only a deployment"
                                + " tells; a value is wanted.",
                        "`ContainerDefinitions/0/User` is a dynamic reference, which only a deployment tells; a value is"
                                + " wanted.");
        assertThat(missing.get(0).at()).hasToString("shop.yaml:7:7");
        assertThat(PlainJson.of(written)).isEqualTo(PlainJson.of("""
                {"family": "web", "containerDefinitions": [{"name": "web"}]}
                """.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] written(Model model) {
        return TaskDefinitionWriter.json(
                ResourceGraph.of(model).all(EcsTaskDefinition.TYPE).get(0), missing);
    }

    private static Model read(String file, String text) {
        return ModelReader.template(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
