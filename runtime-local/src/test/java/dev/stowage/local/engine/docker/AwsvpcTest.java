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

    @Test
    @Behaviour("4")
    void theHostNameOfATaskSaysItsAddressAndLeadsToIt() throws InterruptedException {
        var look = Bench.shell(
                "look",
                "hostname; ip -4 -o addr show dev eth0; mkdir /www; echo reached > /www/index.html;"
                        + " httpd -p 8080 -h /www; wget -qO- http://$(hostname):8080/");
        var task = bench.up("t1", TaskSetup.of("shop", NetworkMode.AWSVPC, look));
        var seen = bench.await(bench.id(task, "look"), it -> it.status() == ContainerStatus.STOPPED);

        var ip = bench.engine.address(task).orElseThrow().ip();
        var printed = bench.printed(bench.id(task, "look"));
        assertThat(printed)
                .startsWith("ip-" + ip.replace('.', '-') + ".eu-west-1.compute.internal\n")
                .contains("inet " + ip + "/20")
                .endsWith("reached");
        assertThat(seen.exitCode()).hasValue(0);
    }

    @Test
    void anAddressThatSomebodyTookByHandIsPassedOver() {
        var first = bench.up("t1", TaskSetup.of("shop", NetworkMode.AWSVPC, Bench.idle("web")));
        var ip = bench.engine.address(first).orElseThrow().ip();
        var next = ip.substring(0, ip.lastIndexOf('.') + 1)
                + (Integer.parseInt(ip.substring(ip.lastIndexOf('.') + 1)) + 1);
        bench.occupy(next);

        var second = bench.up("t2", TaskSetup.of("shop", NetworkMode.AWSVPC, Bench.idle("web")));

        assertThat(bench.engine.address(second).orElseThrow().ip()).isNotIn(ip, next);
    }
}
