package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import example.deploy.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskDefinitionCommandTest {

    private static final String WEB =
            "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"web\", \"image\": \"x\"}]}";

    @TempDir
    private Path folder;

    @Test
    void printsAFileAsItCame() throws IOException {
        Files.writeString(folder.resolve("web.json"), WEB);
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "task-definition", "--from", "web.json"))
                .isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).isEqualToIgnoringWhitespace(WEB);
    }

    @Test
    void saysWhatOnlyADeploymentTells() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console, "task-definition"))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(console.printed()).contains("\"containerDefinitions\": [");
        assertThat(console.complained()).contains("task-definition.value.unknown", "`ExecutionRoleArn` is `!GetAtt ");
    }

    @Test
    void listsWhatThereIsWhereTheNameIsOfNone() throws IOException {
        Files.writeString(folder.resolve("web.json"), WEB);
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "task-definition", "--from", "web.json", "Api"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).contains("`Api` is not a task definition here. There are `Web`.");
    }
}
