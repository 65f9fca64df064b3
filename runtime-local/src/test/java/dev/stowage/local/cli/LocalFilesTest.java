package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.synth.cli.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files that {@code local up} takes beside a program, on a real engine. */
@OnDocker
class LocalFilesTest {

    private static final String CONTAINER = "{\"Name\": \"web\", \"Image\": \"" + TestImages.BUSYBOX
            + "\", \"Command\": [\"sh\", \"-c\"," + " \"echo says WORD; trap 'exit 0' TERM; sleep 1000 & wait\"]}";

    @RegisterExtension
    final Laptop laptop = new Laptop();

    @Test
    void aTemplateInYamlGoesUpAndAChangedOneInJsonIsDeployed() throws Exception {
        laptop.write("shop.yaml", template("one"));
        laptop.fine("up", "-d", Laptop.SCALE, "shop.yaml");
        laptop.fine("logs", "web");
        assertThat(laptop.said()).endsWith("/web | says one\n");

        laptop.write("shop.json", json("two"));
        laptop.fine("deploy", "shop.json");
        laptop.fine("logs", laptop.tasks().get(0));
        assertThat(laptop.said()).endsWith("/web | says two\n");
        laptop.fine("down");
    }

    /** What the name of an image means is asked at each deployment, though the template stays as it is. */
    @Test
    void aChangedImageOfTheSameNameIsDeployed() throws Exception {
        var image = "stowage-test/" + laptop.run() + ":1";
        try {
            image(image, "one");
            laptop.write("shop.yaml", template("$WORD").replace(TestImages.BUSYBOX, image));
            laptop.fine("up", "-d", Laptop.SCALE, "shop.yaml");
            laptop.fine("logs", "web");
            assertThat(laptop.said()).endsWith("/web | says one\n");

            image(image, "two");
            laptop.fine("deploy", "shop.yaml");
            laptop.fine("logs", laptop.tasks().get(0));
            assertThat(laptop.said()).endsWith("/web | says two\n");
            laptop.fine("down");
        } finally {
            shell("docker rmi --force " + image);
        }
    }

    /** Has the name mean an image in which {@code WORD} is that. */
    private static void image(String name, String word) throws Exception {
        shell("id=$(docker create " + TestImages.BUSYBOX + " true) && docker commit --change 'ENV WORD=" + word
                + "' $id " + name + " && docker rm $id");
    }

    private static void shell(String script) throws Exception {
        var shell =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
    }

    @Test
    void aTaskDefinitionOfTheEcsApiGoesUpAndRunsOnce() throws Exception {
        laptop.write("task.json", """
                {"family": "report", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"],
                 "cpu": "256", "memory": "512",
                 "containerDefinitions": [{"name": "report", "image": "%s", "essential": true,
                   "command": ["sh", "-c", "echo made the report; exit 4"]}]}
                """.formatted(TestImages.BUSYBOX));
        laptop.fine("up", "-d", Laptop.SCALE, "task.json");

        assertThat(laptop.local(new Hello("one"), "run", "report").code()).isEqualTo(4);
        assertThat(laptop.said()).contains("/report | made the report");
        laptop.fine("down");
    }

    @Test
    void anAssemblyThatTheCdkMadeGoesUp() throws Exception {
        var library = System.getenv("STOWAGE_CDK_LIB");
        Assumptions.assumeTrue(library != null || Boolean.getBoolean("stowage.ci"), "no STOWAGE_CDK_LIB");
        laptop.write("program.js", PROGRAM);
        var node = new ProcessBuilder("node", "program.js")
                .directory(laptop.directory().toFile())
                .redirectErrorStream(true);
        node.environment().put("NODE_PATH", library + "/node_modules");
        node.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CDK_"));
        var process = node.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();

        laptop.fine("up", "-d", Laptop.SCALE, "cdk.out");
        assertThat(laptop.page()).isEqualTo("from the CDK");
        laptop.fine("down");
    }

    /** A template that says nothing of a circuit breaker has none, and ECS would try for hours. */
    @Test
    void aServiceThatCannotStartEndsTheWaitAndNotTheRun() throws Exception {
        laptop.write("shop.yaml", template("one").replace(TestImages.BUSYBOX, "stowage-test/nowhere:1"));

        assertThat(laptop.local(new Hello("one"), "up", "-d", Laptop.SCALE, "shop.yaml"))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(laptop.said())
                .contains(
                        "LOCAL-REGISTRY: image `stowage-test/nowhere:1`",
                        "stowage: `web` does not come up; the run goes on");
        assertThat(Files.exists(laptop.runFolder())).isTrue();
        laptop.fine("down");
    }

    @Test
    void aFileThatIsNotThereIsNamedAndNothingStarts() {
        assertThat(laptop.local(new Hello("one"), "up", "-d", "gone.yaml")).isEqualTo(ExitCode.MISSING);
        assertThat(laptop.said()).contains("gone.yaml");
        assertThat(Files.exists(laptop.runFolder())).isFalse();
    }

    private static final String PROGRAM = """
            const {App, Stack} = require('aws-cdk-lib');
            const ec2 = require('aws-cdk-lib/aws-ec2');
            const ecs = require('aws-cdk-lib/aws-ecs');
            const patterns = require('aws-cdk-lib/aws-ecs-patterns');
            const app = new App({outdir: 'cdk.out'});
            const stack = new Stack(app, 'Web');
            const cluster = new ecs.Cluster(stack, 'Cluster', {vpc: new ec2.Vpc(stack, 'Vpc', {maxAzs: 2})});
            const service = new patterns.ApplicationLoadBalancedFargateService(stack, 'Service', {
              cluster, cpu: 256, memoryLimitMiB: 512, desiredCount: 1, minHealthyPercent: 100,
              taskImageOptions: {image: ecs.ContainerImage.fromRegistry('IMAGE'), command: ['sh', '-c',
                'mkdir -p /www; echo from the CDK > /www/index.html; trap "exit 0" TERM; httpd -f -p 80 -h /www & wait']}
            });
            app.synth();
            """.replace("IMAGE", TestImages.BUSYBOX);

    private static String template(String word) {
        return "Resources:\n"
                + "  Cluster: {Type: AWS::ECS::Cluster}\n"
                + "  Task:\n"
                + "    Type: AWS::ECS::TaskDefinition\n"
                + "    Properties:\n"
                + "      Family: web\n"
                + "      NetworkMode: awsvpc\n"
                + "      RequiresCompatibilities: [FARGATE]\n"
                + "      Cpu: 256\n"
                + "      Memory: 512\n"
                + "      ContainerDefinitions: [" + CONTAINER.replace("WORD", word) + "]\n"
                + "  Service:\n"
                + "    Type: AWS::ECS::Service\n"
                + "    Properties:\n"
                + "      ServiceName: web\n"
                + "      Cluster: !Ref Cluster\n"
                + "      TaskDefinition: !Ref Task\n"
                + "      LaunchType: FARGATE\n"
                + "      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-12345678]}}\n";
    }

    private static String json(String word) throws IOException {
        return """
                {"Resources": {
                  "Cluster": {"Type": "AWS::ECS::Cluster"},
                  "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {
                    "Family": "web", "NetworkMode": "awsvpc", "RequiresCompatibilities": ["FARGATE"],
                    "Cpu": "256", "Memory": "512", "ContainerDefinitions": [%s]}},
                  "Service": {"Type": "AWS::ECS::Service", "Properties": {
                    "ServiceName": "web", "Cluster": {"Ref": "Cluster"}, "TaskDefinition": {"Ref": "Task"},
                    "LaunchType": "FARGATE",
                    "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": ["subnet-12345678"]}}}}}}
                """.formatted(CONTAINER.replace("WORD", word));
    }
}
