package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String CLEAN = "{\"Resources\": {\"Logs\": {\"Type\": \"AWS::Logs::LogGroup\"}}}";

    /** A template without resources, which CloudFormation refuses. */
    private static final String REFUSED = "{\n  \"Resources\": []\n}\n";

    @TempDir
    private Path folder;

    @Test
    void saysThatNothingWasFound() throws IOException {
        write("clean.json", CLEAN);
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "clean.json")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).isEqualTo("findings: none, in 1 stack with 1 resource\n");
        assertThat(console.complained()).isEmpty();
    }

    @Test
    void showsWhatIsRefusedOnItsLine() throws IOException {
        var file = write("refused.json", REFUSED);
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "refused.json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(console.printed())
                .startsWith("── ERROR ──")
                .contains("   " + file + ":2:3")
                .contains(" 2 |   \"Resources\": []\n   |   ^^^^^^^^^^^\n")
                .endsWith("\nfindings: 1 error, in 1 stack with 0 resources\n");
    }

    @Test
    void printsNothingButFindingsForMachines() throws IOException {
        write("clean.json", CLEAN);
        write("refused.json", REFUSED);
        var json = RecordedConsole.in(folder);
        var plain = RecordedConsole.in(folder);

        assertThat(check(json, "--json", "clean.json", "refused.json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(check(plain, "--plain", "clean.json", "refused.json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(json.printed()).hasLineCount(1).startsWith("{\"file\":").contains("\"line\":2,\"column\":3,");
        assertThat(plain.printed()).hasLineCount(1).contains("refused.json:2:3: ERROR ");
    }

    /** A daemon with a count of its own, as each kind of file says it. */
    @Test
    void checksTemplatesAssembliesAndTaskDefinitionsInOneCall() throws IOException {
        write("service.yaml", """
                Resources:
                  Web:
                    Type: AWS::ECS::Service
                    Properties:
                      TaskDefinition: web
                      SchedulingStrategy: DAEMON
                      DesiredCount: 2
                """);
        write("task.json", """
                {"family": "web", "containerDefinitions": [{"name": "web", "image": "NGINX:::x", "memory": 64}]}
                """);
        assembly();
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "--json", "service.yaml", "out", "task.json", "clean.json"))
                .isEqualTo(ExitCode.MISSING);
        var lines = console.printed().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .startsWith("{\"file\":\"" + folder.resolve("service.yaml") + "\",\"line\":7,\"column\":")
                .containsSubsequence(
                        "\"rule\":\"service.daemon\"",
                        "\"severity\":\"ERROR\"",
                        "\"resource\":\"Web\"",
                        "\"property\":\"DesiredCount\"",
                        "\"message\":",
                        "\"fix\":");
        assertThat(lines.get(1)).contains("out/Shop.template.json\",\"line\":4,", "\"rule\":\"tag.form\"");
        assertThat(lines.get(2)).contains("out/Inner.nested.template.json\",\"line\":3,", "\"rule\":\"tag.form\"");
        assertThat(lines.get(3)).contains("task.json\",\"line\":1,", "\"rule\":\"container.image.form\"");
        assertThat(console.complained()).contains("clean.json");
    }

    @Test
    void advisesInTheSpellingOfTheFile() throws IOException {
        write("task.json", """
                {"family": "web", "containerDefinitions": [{"name": "web", "image": "a:1", "memory": 64, "portMapings": []}]}
                """);
        write("task.yaml", """
                Resources:
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      ContainerDefinitions: [{Name: web, Image: "a:1", Memory: 64, PortMapings: []}]
                """);
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "--json", "task.json", "task.yaml")).isEqualTo(ExitCode.FINDINGS);
        assertThat(console.printed().lines().toList().get(0)).contains("Write `portMappings`.");
        assertThat(console.printed().lines().toList().get(1)).contains("Write `PortMappings`.");
    }

    private void assembly() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        write("out/manifest.json", """
                {"version": "48.0.0", "artifacts": {"Shop": {"type": "aws:cloudformation:stack",
                  "properties": {"templateFile": "Shop.template.json"}}}}
                """);
        write("out/Shop.template.json", """
                {"Resources": {
                  "Inner": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "x"},
                    "Metadata": {"aws:asset:path": "Inner.nested.template.json"}},
                  "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"Tags": [{"Key": "aws:a", "Value": "b"}]}}}}
                """);
        write("out/Inner.nested.template.json", """
                {"Resources": {
                  "Queue": {"Type": "AWS::SQS::Queue", "Properties": {
                    "Tags": [{"Key": "aws:a", "Value": "b"}]}}}}
                """);
    }

    @Test
    void givesCodeHostsOneDocumentForAllFiles() throws IOException {
        write("clean.json", CLEAN);
        write("refused.json", REFUSED);
        write("also refused.json", REFUSED);
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "--sarif", "clean.json", "refused.json", "also refused.json"))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(console.printed())
                .hasLineCount(1)
                .contains("\"version\":\"2.1.0\"", "\"level\":\"error\"", "\"startLine\":2,\"startColumn\":3")
                .contains("also%20refused.json\"")
                .containsOnlyOnce("\"runs\"");
    }

    @Test
    void givesCodeHostsAnEmptyListWhereNothingIsFound() throws IOException {
        write("clean.json", CLEAN);
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "--sarif", "clean.json")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).contains("\"results\":[]");
    }

    @Test
    void checksTheOtherFilesWhereOneIsMissing() throws IOException {
        write("refused.json", REFUSED);
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "gone.json", "refused.json")).isEqualTo(ExitCode.MISSING);
        assertThat(console.complained()).hasLineCount(1).contains("gone.json:1:1: ");
        assertThat(console.printed()).contains("── ERROR ──");
    }

    @Test
    void refusesWhatIsNoJsonInOneLine() throws IOException {
        write("broken.json", "{\n  \"Resources\": {,}\n}\n");
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "broken.json")).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).hasLineCount(1).contains("broken.json:2:");
        assertThat(console.printed()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsNoAssemblyInOneLine() {
        var console = RecordedConsole.in(folder);

        assertThat(check(console, ".")).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).hasLineCount(1).contains("`manifest.json`");
    }

    @Test
    void refusesANameThatNoFileCanHave() {
        var console = RecordedConsole.in(folder);

        assertThat(check(console, "a\0b")).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).hasLineCount(1);
    }

    @Test
    void coloursOnATerminalUnlessItIsToldNotTo() throws IOException {
        write("refused.json", REFUSED);
        var terminal = RecordedConsole.in(folder).onATerminal();
        var uncoloured = terminal.with(Map.of("NO_COLOR", "1"));
        var dumb = terminal.with(Map.of("TERM", "dumb"));

        assertThat(check(terminal, "refused.json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(check(uncoloured, "refused.json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(check(dumb, "refused.json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(terminal.printed()).contains("\u001B[1;31mERROR\u001B[0m");
        assertThat(uncoloured.printed()).isEqualTo(dumb.printed()).doesNotContain("\u001B");
    }

    @Test
    void drawsWithWhatTheConsoleCanShow() throws IOException {
        write("refused.json", REFUSED);
        var console = RecordedConsole.in(folder).knowing(StandardCharsets.US_ASCII);

        assertThat(check(console, "refused.json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(console.printed()).startsWith("-- ERROR --").isASCII();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static ExitCode check(RecordedConsole console, String... words) {
        var all = new String[words.length + 1];
        all[0] = "check";
        System.arraycopy(words, 0, all, 1, words.length);
        return CommandLine.run(Program.none(), console, all);
    }
}
