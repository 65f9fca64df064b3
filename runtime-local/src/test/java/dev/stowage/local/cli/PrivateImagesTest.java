package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.LoopbackRegistry;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that not everybody may have, from the model to what runs: as a user starts a stack, on a real engine. */
@OnDocker
class PrivateImagesTest {

    private static final String RUN = "test-pulls-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private static final String TEMPLATE = """
            Resources:
              Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterName: shop}}
              Login: {Type: AWS::SecretsManager::Secret, Properties: {Name: registry/login}}
              Execution:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - {Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: ecs-tasks.amazonaws.com}}
                  Policies:
                    - PolicyName: login
                      PolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - {Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: !Ref Login}
              Task:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  Family: web
                  NetworkMode: none
                  ExecutionRoleArn: !GetAtt Execution.Arn
                  ContainerDefinitions:
                    - Name: app
                      Image: WITH_SECRET
                      Memory: 32
                      StopTimeout: 2
                      Command: [sleep, '1000']
                      RepositoryCredentials: {CredentialsParameter: !Ref Login}
                    - {Name: side, Image: WITH_HELPER, Memory: 32, StopTimeout: 2, Command: [sleep, '1000']}
                    - {Name: open, Image: FOR_ALL, Memory: 32, StopTimeout: 2, Command: [sleep, '1000']}
              Web:
                Type: AWS::ECS::Service
                Properties: {ServiceName: web, Cluster: !Ref Cluster, DesiredCount: 1, TaskDefinition: !Ref Task}
            """;

    private static final String SECRETS =
            """
            secrets:
              registry/login: {username: USER, password: PASSWORD}
            """.replace("USER", LoopbackRegistry.USER).replace("PASSWORD", LoopbackRegistry.PASSWORD);

    /** Notes how it was called, and by what; knows one registry. */
    private static final String HELPER =
            """
            #!/bin/sh
            read registry
            echo "$@ for $registry" >> FOLDER/calls
            tr '\\0' ' ' < /proc/$PPID/cmdline >> FOLDER/calls
            [ "$registry" = HOST ] || { echo 'credentials not found in native keychain'; exit 1; }
            echo '{"ServerURL": "HOST", "Username": "USER", "Secret": "PASSWORD"}'
            """.replace("USER", LoopbackRegistry.USER).replace("PASSWORD", LoopbackRegistry.PASSWORD);

    @TempDir
    private Path folder;

    @Test
    @Behaviour({"3.1", "5.7"})
    void aStackRunsWithTheLoginsOfItsSecretsAndOfAHelperAndNoPasswordIsSeen() throws Exception {
        try (var docker = Docker.connect();
                var forSecret = LoopbackRegistry.guarded(folder.resolve("one"));
                var forHelper = LoopbackRegistry.guarded(folder.resolve("two"));
                var forAll = LoopbackRegistry.open(folder.resolve("three"))) {
            var image = TestImages.busybox(docker);
            var local = prepared(
                    forHelper.host(),
                    TEMPLATE.replace("WITH_SECRET", forSecret.push(docker, image, "team/app"))
                            .replace("WITH_HELPER", forHelper.push(docker, image, "team/side"))
                            .replace("FOR_ALL", forAll.push(docker, image, "open")));

            var said = local.fine("local", "up", "shop.yaml", "-d", "--run", RUN, "--time-scale=50");
            try {
                assertThat(said)
                        .contains("/team/app:1  Pulling from team/app")
                        .contains("/team/side:1  Status: Downloaded newer image")
                        .contains("/open:1  Status: Downloaded newer image");
                assertThat(Files.readString(folder.resolve("calls"))).contains("get for " + forHelper.host());
                assertThat(local.fine("local", "ps", "--json", "--run", RUN))
                        .contains("\"imageDigest\": \"sha256:")
                        .doesNotContain(LoopbackRegistry.PASSWORD);
                assertNobodySees(LoopbackRegistry.PASSWORD, said);
            } finally {
                local.fine("local", "down", "--run", RUN);
            }
        }
    }

    private LocalProcess prepared(String host, String template) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var helper = HELPER.replace("HOST", host).replace("FOLDER", folder.toString());
        var program = Files.writeString(bin.resolve("docker-credential-made"), helper);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var config = Files.createDirectories(folder.resolve("docker"));
        Files.writeString(config.resolve("config.json"), "{\"credsStore\":\"made\"}");
        var local = LocalProcess.in(folder)
                .with("shop.yaml", template)
                .with("local.secrets.yaml", SECRETS)
                .with(Map.of("DOCKER_CONFIG", config.toString(), "PATH", bin + ":" + System.getenv("PATH")));
        Files.setPosixFilePermissions(
                folder.resolve("local.secrets.yaml"), PosixFilePermissions.fromString("rw-------"));
        return local;
    }

    /** Neither in what was printed, nor in a file of the run, nor in the command line of a process. */
    private void assertNobodySees(String password, String said) throws IOException {
        assertThat(said).doesNotContain(password);
        assertThat(Files.readString(folder.resolve("calls"))).doesNotContain(password);
        try (var files = Files.walk(folder.resolve("stowage"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(password);
            }
        }
        assertThat(commandLines()).isNotEmpty().noneMatch(line -> line.contains(password));
    }

    private static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }
}
