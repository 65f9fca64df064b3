package dev.stowage.synth.cli;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What publishing does is printed, and nothing of it is done. */
class PublishCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeContext() throws IOException {
        Files.createDirectory(folder.resolve("web"));
        Files.writeString(folder.resolve("web/Dockerfile"), "FROM scratch\n");
    }

    @Test
    void buildsAndPushesBeforeItDeploys() {
        var printed = printed(Program.of(() -> shop().at("111122223333", "eu-central-1")), "--print");

        assertThat(printed)
                .containsSubsequence(
                        "# What publishing does, in order. Stowage has executed nothing of it.",
                        "aws ecr get-login-password --region eu-central-1 | docker login --username AWS "
                                + "--password-stdin 111122223333.dkr.ecr.eu-central-1.amazonaws.com",
                        "if ! aws ecr describe-images --region eu-central-1 --repository-name "
                                + "cdk-hnb659fds-container-assets-111122223333-eu-central-1 --image-ids imageTag=",
                        "  docker build --tag 111122223333.dkr.ecr.eu-central-1.amazonaws.com/cdk-hnb659fds-",
                        " --platform linux/amd64 --file cdk.out/asset.",
                        "/Dockerfile --target final --build-arg 'GREETING=good day' cdk.out/asset.",
                        "  docker push 111122223333.dkr.ecr.eu-central-1.amazonaws.com/",
                        "aws cloudformation deploy --region eu-central-1 --stack-name shop --template-file "
                                + "cdk.out/shop.template.json --no-fail-on-empty-changeset --capabilities "
                                + "CAPABILITY_NAMED_IAM --tags team=shop")
                .doesNotContain("AWS_REGION");
        assertThat(folder.resolve("cdk.out")).doesNotExist();
    }

    @Test
    void asksFirstForWhatTheModelLeavesOpen() {
        var network = Vpc.existing("main", parameter("Network")).privateSubnets("subnet-1");
        var printed = printed(
                Program.of(() -> Stack.of(
                        "shop",
                        Cluster.of("c", network)
                                .service(
                                        "web",
                                        FargateTask.sized(QuarterVcpu.MB_512)
                                                .container(Container.of("web", Image.image("a/b:1")))))),
                "--print");

        assertThat(printed)
                .containsSubsequence(
                        "set -eu",
                        ": \"${AWS_REGION:?}\" \"${AWS_ACCOUNT_ID:?}\" \"${Network:?}\"",
                        "aws cloudformation deploy --region \"${AWS_REGION}\" --stack-name shop",
                        "--parameter-overrides \"Network=${Network}\"");
    }

    @Test
    void namesWhatWasReadByItsOwnPlace() {
        var program = Program.of(this::shop);
        assertThat(CommandLine.run(program, RecordedConsole.in(folder), "synth", "--out", "out"))
                .isEqualTo(ExitCode.FINE);

        var printed = printed(Program.none(), "--print", "--from", "out");

        assertThat(printed)
                .contains("--template-file out/shop.template.json")
                .contains(" " + folder.resolve("out") + "/asset.")
                .contains("\"${AWS_ACCOUNT_ID}.dkr.ecr.${AWS_REGION}.amazonaws.com\"");
    }

    @Test
    void deploysStacksOneAfterThoseItImportsFrom() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var service = Cluster.of("c", network)
                .service(
                        "web",
                        FargateTask.sized(QuarterVcpu.MB_512).container(Container.of("web", Image.image("a/b:1"))));
        var printed = printed(
                Program.of(() -> App.of(
                        Stack.of("shop", service), Stack.of("ground", network).protect())),
                "--print");

        assertThat(printed)
                .containsSubsequence(
                        "--stack-name ground",
                        "aws cloudformation update-termination-protection --region \"${AWS_REGION}\" --stack-name ground",
                        "--stack-name shop");
    }

    @Test
    void putsNoSecretIntoACommand() throws IOException {
        Files.writeString(folder.resolve("t.yaml"), """
                Parameters:
                  Password: {Type: String, NoEcho: true}
                  Size: {Type: String}
                Resources:
                  Topic: {Type: AWS::SNS::Topic}
                """);

        assertThat(printed(Program.none(), "--print", "--from", "t.yaml"))
                .contains("# Write t.parameters.json first, and keep it to yourself: "
                        + "{\"Parameters\": {\"Password\": \"…\", \"Size\": \"…\"}}")
                .contains("--parameter-overrides file://t.parameters.json")
                .doesNotContain("${Password");
    }

    @Test
    void publishesTheAssetsOfOtherAssemblies() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"version": "48.0.0", "artifacts": {
                  "Shop.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Shop.assets.json"}},
                  "Shop": {"type": "aws:cloudformation:stack", "environment": "aws://111122223333/us-gov-west-1",
                    "properties": {"templateFile": "Shop.template.json", "parameters": {"Stage": "it's"}}}}}
                """);
        Files.writeString(folder.resolve("Shop.assets.json"), """
                {"files": {
                  "cafe": {"source": {"path": "asset.cafe", "packaging": "zip"}, "destinations": {"here":
                    {"bucketName": "b-${AWS::AccountId}", "objectKey": "cafe.zip", "region": "us-east-1"}}},
                  "f00d": {"source": {"path": "Shop.template.json", "packaging": "file"}, "destinations": {"here":
                    {"bucketName": "b", "objectKey": "f00d.json"}}}}}
                """);
        Files.writeString(folder.resolve("Shop.template.json"), """
                {"Transform": "AWS::LanguageExtensions", "Parameters": {"Stage": {"Type": "String"}},
                 "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}
                """);

        assertThat(printed(Program.none(), "--print", "--from", "."))
                .contains("asset.cafe && zip --quiet --recurse-paths - .) | aws s3 cp --region us-east-1 - "
                        + "s3://b-111122223333/cafe.zip")
                .contains("--capabilities CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND")
                .contains("--parameter-overrides 'Stage=it'\\''s'")
                .doesNotContain("f00d");
    }

    @Test
    void printsNothingWhereAnErrorStands() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"Resources\": []}");
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "publish", "--print", "--from", "bad.json"))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(console.printed()).isEmpty();
    }

    @Test
    void executesNothingEvenWhereAsked() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(this::shop), console, "publish")).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).contains("`publish --print`");
    }

    @Test
    @EnabledIf("hasShell")
    void isAScriptThatAShellReads() throws Exception {
        var script = printed(Program.of(this::shop), "--print");
        var shell =
                new ProcessBuilder("/bin/sh", "-n").redirectErrorStream(true).start();
        try (var in = shell.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(shell.waitFor()).isZero();
    }

    static boolean hasShell() {
        return Files.isExecutable(Path.of("/bin/sh"));
    }

    private Stack shop() {
        var image = Image.dockerfile(folder.resolve("web").toString())
                .stage("final")
                .argument("GREETING", "good day");
        var task = FargateTask.sized(QuarterVcpu.MB_512).container(Container.of("web", image));
        var network = Vpc.existing("main", id("vpc-1")).privateSubnets("subnet-1");
        return Stack.of("shop", Cluster.of("shop", network).service("web", task))
                .tag("team", "shop");
    }

    private String printed(Program program, String... words) {
        var console = RecordedConsole.in(folder);
        var all = new String[words.length + 1];
        all[0] = "publish";
        System.arraycopy(words, 0, all, 1, words.length);
        assertThat(CommandLine.run(program, console, all))
                .as(console.complained())
                .isEqualTo(ExitCode.FINE);
        return console.printed();
    }
}
