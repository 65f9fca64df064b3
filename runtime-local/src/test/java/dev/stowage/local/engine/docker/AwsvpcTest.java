package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks with an address of their own, on a real engine. */
@OnDocker
class AwsvpcTest {

    private final Bench bench = Bench.open();

    @AfterEach
    void leaveNothing() {
        bench.close();
    }

    @Test
    @Behaviour({"4", "5.1"})
    void theContainersOfATaskShareOneAddressThatThisMachineReaches() throws IOException, InterruptedException {
        var web = Bench.shell("web", "mkdir /www; echo hello > /www/index.html; exec httpd -f -p 8080 -h /www")
                .with(PortMapping.tcp(8080));
        var friend = Bench.shell("friend", "until wget -q -O - http://127.0.0.1:8080/; do sleep 0.05; done");
        var task = bench.up("t1", TaskSetup.of("shop", NetworkMode.AWSVPC, web, friend));

        var seen = bench.await(bench.id(task, "friend"), it -> it.status() == ContainerStatus.STOPPED);

        assertThat(seen.exitCode()).hasValue(0);
        var address = bench.engine.address(task).orElseThrow();
        var uri = URI.create(
                "http://" + address.ip() + ":" + address.port("web", 8080).orElseThrow() + "/");
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("hello\n");
    }
}
