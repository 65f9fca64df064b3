package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.local.engine.RunId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void wordsGoThereAndLinesComeBack() {
        var folder = RunFolder.of(home, new RunId("shop"));
        try (var hold = folder.hold().orElseThrow();
                var socket = ControlSocket.open(hold.folder(), (words, answer) -> {
                    words.forEach(answer::out);
                    answer.err("that is all");
                    return words.size();
                })) {
            assertThat(socket).isNotNull();
            assertThat(ask(folder, "a b", "", "c=ü\nd")).hasValue(3);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("a b", "", "c=ü", "d");
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("that is all");
    }

    @Test
    void aSocketThatADeadProcessLeftIsReplaced() throws Exception {
        var folder = RunFolder.of(home, new RunId("shop"));
        try (var hold = folder.hold().orElseThrow()) {
            Files.createFile(hold.folder().socket());
            try (var socket = ControlSocket.open(hold.folder(), (words, answer) -> 0)) {
                assertThat(socket).isNotNull();
                assertThat(ask(folder, "ps")).hasValue(0);
            }
        }
        assertThatThrownBy(() -> ask(folder, "ps")).isInstanceOf(UncheckedIOException.class);
    }

    private OptionalInt ask(RunFolder folder, String... words) {
        return Caller.ask(
                folder,
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
