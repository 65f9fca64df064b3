package dev.stowage.local.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.docker.ContainerStreams.Output;
import dev.stowage.local.stack.LogRouter;
import dev.stowage.local.stack.Logging;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A log router on a real engine; the test listens in place of Fluent Bit, whose image is not there. */
@OnDocker
class FireLensTest {

    @Test
    @Behaviour("3.5")
    void theEngineSendsTheLogsOfTheOthersToTheSocketOfTheRouter() throws IOException, InterruptedException {
        var router = Bench.idle("log").with(new LogRouter(LogRouter.Kind.FLUENTBIT, Map.of()));
        var app = Bench.shell("app", "echo hello router; env; sleep 1000")
                .with(Logging.of(FireLens.DRIVER, Map.of("Name", "stdout")));
        try (var bench = Bench.open()) {
            var setup = TaskSetup.of("shop", NetworkMode.AWSVPC, router, app);
            var task = bench.book("t1", setup);
            var containers = setup.definition().containers();
            assertThat(bench.start(task, containers.get(0)).run()).isEqualTo(1);
            assertThat(bench.start(task, containers.get(1)).run()).isEqualTo(1);
            assertThat(configuration(bench, bench.id(task, "log"))).contains("[OUTPUT]\n    Name stdout\n");

            try (var socket = listen(folder(bench))) {
                assertThat(bench.start(task, containers.get(2)).run()).isEqualTo(1);
                var got = read(socket, "hello router");
                assertThat(got).contains("app-firelens-t1").contains("FLUENT_HOST=127.0.0.1");
            }
        }
    }

    private static String configuration(Bench bench, ContainerId router) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var command = List.of("cat", "/fluent-bit/etc/fluent-bit.conf");
        assertThat(bench.engine.streams().exec(router, command, Optional.empty(), false, new Output(out, out)))
                .hasValue(0);
        return out.toString(UTF_8);
    }

    private static Path folder(Bench bench) {
        var volume = bench.volumes().get(0);
        var folder = Path.of(bench.docker
                .within(Patience.INSPECT)
                .inspectVolumeCmd(volume)
                .exec()
                .getMountpoint());
        assumeTrue(Files.isWritable(folder), "the volumes of the engine are not open to this user");
        return folder;
    }

    private static ServerSocketChannel listen(Path folder) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        // A path of a socket has 108 bytes at most; that of a volume is longer, a link to it is not.
        var link = Files.createSymbolicLink(Files.createTempDirectory("s").resolve("v"), folder);
        var bound = server.bind(UnixDomainSocketAddress.of(link.resolve("fluent.sock")));
        Files.delete(link);
        Files.delete(link.getParent());
        return bound;
    }

    private static String read(ServerSocketChannel server, String until) throws IOException {
        var got = new StringBuilder();
        try (SocketChannel client = server.accept()) {
            var buffer = ByteBuffer.allocate(65_536);
            while (got.indexOf(until) < 0 || got.indexOf("FLUENT_HOST") < 0) {
                if (client.read(buffer) < 0) {
                    break;
                }
                got.append(UTF_8.decode(buffer.flip()));
                buffer.clear();
            }
        }
        return got.toString();
    }
}
