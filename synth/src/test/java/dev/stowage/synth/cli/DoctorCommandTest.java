package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void isContentWithAJavaAndAFolderToWriteTo() {
        var console = console(Map.of());

        assertThat(doctor(console)).isEqualTo(ExitCode.FINE);
        assertThat(console.printed().lines())
                .anySatisfy(line -> assertThat(line).startsWith("ok").contains("Java", System.getProperty("java.home")))
                .anySatisfy(line -> assertThat(line).startsWith("ok").contains("cdk.out", "can be written"))
                .anySatisfy(line -> assertThat(line).startsWith("optional").contains("cfn-lint", "not on the PATH"))
                .anySatisfy(line -> assertThat(line).startsWith("optional").contains("Docker", "not reachable at"))
                .anySatisfy(line -> assertThat(line).startsWith("optional").contains("AWS credentials", "none"));
        assertThat(console.complained()).isEmpty();
    }

    @Test
    void missesAFolderThatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("taken"), "a file");
        var console = console(Map.of("CDK_OUTDIR", "taken/cdk.out"));

        assertThat(doctor(console)).isEqualTo(ExitCode.MISSING);
        assertThat(console.printed()).contains("missing", "taken` cannot be written");
    }

    @Test
    void findsToolsWithoutRunningThem() throws IOException {
        var tool = Files.writeString(folder.resolve("cfn-lint"), "#!/bin/sh\nexit 99\n");
        var made = Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        var console = console(Map.of("PATH", "/nowhere:" + folder));

        assertThat(doctor(console)).isEqualTo(ExitCode.FINE);
        assertThat(console.printed().lines())
                .anySatisfy(line -> assertThat(line).startsWith("ok").contains("cfn-lint", made.toString()));
    }

    @Test
    void saysThatThereAreCredentialsAndNotWhichOnes() {
        var console = console(Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE"));

        assertThat(doctor(console)).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).contains("by AWS_ACCESS_KEY_ID").doesNotContain("AKIAEXAMPLE");
    }

    @Test
    void asksAnEngineForItsVersion() throws Exception {
        var socket = folder.resolve("docker.sock");
        var body = "{\"Components\":[{\"Name\":\"Engine\",\"Version\":\"0\",\"Details\":{\"ApiVersion\":\"0\"}}],"
                + "\"Version\":\"29.1.0\",\"ApiVersion\":\"1.52\"}";
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            var bound = server.bind(UnixDomainSocketAddress.of(socket));
            var answered = CompletableFuture.runAsync(() -> answer(bound, body));
            var console = console(Map.of("DOCKER_HOST", "unix://" + socket));

            assertThat(doctor(console, "--json")).isEqualTo(ExitCode.FINE);
            assertThat(console.printed().lines())
                    .contains("{\"name\": \"Docker\", \"state\": \"ok\", \"found\": \"29.1.0, API 1.52, at " + socket
                            + "\", \"purpose\": \"building images and running them locally\"}");
            answered.join();
        }
    }

    @Test
    void printsOneObjectOnALineForMachines() {
        var console = console(Map.of());

        assertThat(doctor(console, "--json")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed().lines())
                .hasSizeGreaterThanOrEqualTo(8)
                .allMatch(line -> line.startsWith("{\"name\": ") && line.endsWith("\"}"));
    }

    private static void answer(ServerSocketChannel server, String body) {
        try (var caller = server.accept()) {
            var question = ByteBuffer.allocate(1000);
            var unused = caller.read(question);
            var text = "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + body;
            unused = caller.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private RecordedConsole console(Map<String, String> variables) {
        var all = new HashMap<>(Map.of(
                "HOME", folder.toString(), "DOCKER_HOST", "unix://" + folder.resolve("no.sock"), "PATH", "/nowhere"));
        all.putAll(variables);
        return RecordedConsole.in(folder).with(all);
    }

    private static ExitCode doctor(RecordedConsole console, String... words) {
        var all = new String[words.length + 1];
        all[0] = "doctor";
        System.arraycopy(words, 0, all, 1, words.length);
        return CommandLine.run(Program.none(), console, all);
    }
}
