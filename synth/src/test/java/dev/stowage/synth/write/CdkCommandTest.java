package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The AWS CDK's own command line takes our assembly. It is looked for in {@code STOWAGE_CDK} and on the path; without it these
 * tests are skipped, except where {@code -Dstowage.ci=true} says that it has to be there. Nothing leaves the machine.
 */
class CdkCommandTest {

    @TempDir
    Path folder;

    private String cdk = "";

    @BeforeEach
    void writeAssembly() {
        cdk = command();
        CloudAssembly.write(Shops.model(), folder.resolve("cdk.out"));
    }

    @Test
    void listsTheStacksInOrder() throws Exception {
        assertThat(run("", "ls")).containsSubsequence("network", "shop");
    }

    @Test
    void printsATemplate() throws Exception {
        assertThat(run("", "synth", "shop")).contains("Resources:", "      DesiredCount: 3");
    }

    @Test
    void comparesWithAnotherTemplate() throws Exception {
        var old = folder.resolve("old.json");
        var template = Files.readString(folder.resolve("cdk.out/shop.template.json"));
        Files.writeString(old, template.replace("\"DesiredCount\": 3", "\"DesiredCount\": 2"));

        assertThat(run("", "diff", "--exclusively", "--template", old.toString(), "shop"))
                .contains("[~] AWS::ECS::Service Web", "     ├─ [-] 2", "     └─ [+] 3");
    }

    @Test
    void comparesAllStacksWithAnAccountThatWasNeverPrepared() throws Exception {
        try (var account = NoStacks.start()) {
            assertThat(run(account.url(), "diff"))
                    .contains("[+] AWS::EC2::Subnet Subnet", "[+] AWS::ECS::Service Web")
                    .anyMatch(line -> line.contains("Number of stacks with differences: 2"));
            assertThat(account.requests()).anyMatch(request -> request.contains("StackName=shop"));
            assertThat(account.requests())
                    .as("roles, buckets and versions of a bootstrapped account")
                    .noneMatch(request -> request.contains("AssumeRole")
                            || request.contains("bootstrap")
                            || request.contains("CDKToolkit"));
        }
    }

    private List<String> run(String account, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(cdk));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--app", "cdk.out", "--no-notices", "--no-color"));
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        isolate(process, account);
        assertThat(process.start().waitFor()).as(() -> text(errors)).isZero();
        return (text(output) + text(errors)).lines().map(String::stripTrailing).toList();
    }

    /** No settings, no credentials and no news of the machine's owner. */
    private void isolate(ProcessBuilder process, String account) {
        var environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CDK_"));
        environment.put("HOME", folder.toString());
        environment.put("CDK_HOME", folder.resolve(".cdk").toString());
        environment.put("CDK_DISABLE_CLI_TELEMETRY", "true");
        environment.put("CDK_DISABLE_VERSION_CHECK", "true");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        if (!account.isEmpty()) {
            environment.put("AWS_ENDPOINT_URL", account);
            environment.put("AWS_ACCESS_KEY_ID", "test");
            environment.put("AWS_SECRET_ACCESS_KEY", "test");
            environment.put("AWS_REGION", "eu-central-1");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static String command() {
        var named = System.getenv("STOWAGE_CDK");
        if (named != null) {
            return named;
        }
        for (var entry : System.getenv("PATH").split(File.pathSeparator)) {
            var file = Path.of(entry, "cdk");
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        var advice = "no `cdk` on the path: npm install aws-cdk, and name its command in STOWAGE_CDK";
        if (Boolean.getBoolean("stowage.ci")) {
            return fail(advice);
        }
        assumeTrue(false, advice);
        return "";
    }
}
