package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import example.deploy.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void printsTheOnlyStackOfAProgramInYaml() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console, "template", "--yaml"))
                .isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).contains("    Type: AWS::ECS::Service\n").contains("!Ref ");
        assertThat(console.complained()).isEmpty();
    }

    @Test
    void turnsJsonIntoYamlAndBack() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}");
        var yaml = RecordedConsole.in(folder);
        var json = RecordedConsole.in(folder);

        assertThat(run(yaml, "--from", "a.json", "--yaml")).isEqualTo(ExitCode.FINE);
        Files.writeString(folder.resolve("a.yaml"), yaml.printed());
        assertThat(run(json, "--from", "a.yaml", "a")).isEqualTo(ExitCode.FINE);

        assertThat(yaml.printed()).isEqualTo("Resources:\n  T:\n    Type: AWS::SNS::Topic\n");
        assertThat(json.printed()).isEqualTo("""
                {
                  "Resources": {
                    "T": {
                      "Type": "AWS::SNS::Topic"
                    }
                  }
                }
                """);
    }

    @Test
    void listsTheStacksWhereTheNameIsOfNone() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "Resources: {}");
        var console = RecordedConsole.in(folder);

        assertThat(run(console, "--from", "a.yaml", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).contains("`b` is not a stack here. The stacks are `a`.");
    }

    @Test
    void saysWhyAProgramHasNoStack() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(() -> null), console, "template")).isEqualTo(ExitCode.FINDINGS);
        assertThat(console.complained()).contains("ERROR");
        assertThat(console.printed()).isEmpty();
    }

    private static ExitCode run(Console console, String... words) {
        var all = new String[words.length + 1];
        all[0] = "template";
        System.arraycopy(words, 0, all, 1, words.length);
        return CommandLine.run(Program.none(), console, all);
    }
}
