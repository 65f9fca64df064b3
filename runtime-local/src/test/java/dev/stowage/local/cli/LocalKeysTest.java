package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a task with a role is given where the command line says so, on a real engine. */
@OnDocker
class LocalKeysTest {

    private static final String TEMPLATE = """
            Resources:
              Cluster: {Type: AWS::ECS::Cluster}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: web
                  NetworkMode: awsvpc
                  RequiresCompatibilities: [FARGATE]
                  Cpu: 256
                  Memory: 512
                  TaskRoleArn: arn:aws:iam::123456789012:role/shop
                  ContainerDefinitions:
                    - {Name: web, Image: "%s", Command: [sh, -c, "trap 'exit 0' TERM; sleep 1000 & wait"]}
              Service:
                Type: AWS::ECS::Service
                Properties:
                  ServiceName: web
                  Cluster: !Ref Cluster
                  TaskDefinition: !Ref Task
                  LaunchType: FARGATE
                  NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-12345678]}}
            """.formatted(TestImages.BUSYBOX);

    private static final String ASK = "wget -qO- http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";

    @RegisterExtension
    final Laptop laptop = new Laptop();

    @Test
    @Behaviour("6.2")
    void theKeysOfAProfileThatTheAwsCliKnowsReachTheTask() throws Exception {
        laptop.write("web.yaml", TEMPLATE);
        var up = laptop.up(variables(), "--profile", "deploy", "web.yaml");
        assertThat(up.before())
                .doesNotContain("LOCAL-ROLE", "of the CLI")
                .contains("Tasks with a role get the keys of your profile `deploy`");

        laptop.fine("exec", "web", "--", "sh", "-c", ASK);
        assertThat(laptop.said())
                .contains("\"AccessKeyId\":\"ASIA1\"", "\"SecretAccessKey\":\"of the CLI\"")
                .contains("\"RoleArn\":\"arn:aws:iam::123456789012:role/shop\"");
        end(up);
    }

    @Test
    @Behaviour("6.2")
    void madeUpKeysReachTheTask() throws Exception {
        laptop.write("web.yaml", TEMPLATE);
        var up = laptop.up(variables(), "--dummy-credentials", "web.yaml");
        assertThat(up.before()).doesNotContain("LOCAL-ROLE");

        laptop.fine("exec", "web", "--", "sh", "-c", ASK);
        assertThat(laptop.said()).contains("\"AccessKeyId\":\"ASIALOCAL00000000000\"");
        end(up);
    }

    @Test
    void aProfileWithoutKeysStopsTheCommandWithTheReason() throws Exception {
        laptop.write("web.yaml", TEMPLATE);
        var variables = new HashMap<>(variables());
        variables.put("PATH", laptop.directory().resolve("nothing").toString());
        var process = laptop.process(variables, List.of(), "local", "up", "--profile", "deploy", "web.yaml");

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "stowage: Profile `deploy` holds no keys itself, and `aws`, which would get them, is not on the PATH."
                                + " Install the AWS CLI, version 2, or put keys for `deploy` into "
                                + laptop.directory().resolve("credentials") + ".\n");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    private static void end(Laptop.Foreground up) throws Exception {
        up.signal("TERM");
        assertThat(up.rest()).isNotEmpty();
        assertThat(up.process().waitFor()).isZero();
    }

    /** A profile that takes a role, and a program that stands for the AWS CLI. */
    private Map<String, String> variables() throws Exception {
        var folder = laptop.directory();
        laptop.write("config", "[profile deploy]\nrole_arn = arn:aws:iam::123456789012:role/deploy\n");
        var program = laptop.write("aws", """
                #!/bin/sh
                echo '{"Version":1,"AccessKeyId":"ASIA1","SecretAccessKey":"of the CLI","SessionToken":"t"}'
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return Map.of(
                "AWS_CONFIG_FILE",
                folder.resolve("config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE",
                folder.resolve("credentials").toString(),
                "PATH",
                folder + ":" + System.getenv("PATH"));
    }
}
