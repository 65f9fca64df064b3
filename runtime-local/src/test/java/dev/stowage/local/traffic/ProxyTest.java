package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Proxy;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls through what stands for the proxies of Service Connect. */
@Behaviour("13")
class ProxyTest {

    private static final TargetGroup WEB =
            TargetGroup.http("web").asked(OwnStatusTest.unasked()).behind(Proxy.OF_REQUESTS);

    @Test
    void aConnectionThatFailsIsTriedAgainWithTwoOthers() {
        var gone = Upstream.named("gone");
        var lost = Upstream.named("lost");
        gone.close();
        lost.close();
        try (var a = Upstream.named("a");
                var site = Site.of(WEB)) {
            site.found(List.of(gone.in("web"), lost.in("web"), a.in("web")));

            for (var time = 0; time < 4; time++) {
                assertThat(site.get("/").body()).isEqualTo("a");
            }
        }
    }

    @Test
    void is503WhereThreeTasksInARowCannotBeReached() {
        try (var site = Site.of(WEB)) {
            var gone = Upstream.named("gone");
            gone.close();
            site.found(List.of(gone.in("web")));

            assertThat(site.get("/").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aTaskThatFailsFiveTimesIsLeftOut() throws IOException {
        var accepted = new AtomicInteger();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var a = Upstream.named("a");
                var site = Site.slow(WEB)) {
            var hangsUp = new Thread(() -> hangUp(server, accepted));
            hangsUp.start();
            var bad = new Target(new dev.stowage.local.task.TaskId("bad"), "web", "127.0.0.1", server.getLocalPort());
            site.found(List.of(bad, a.in("web")));
            var failures = 0;
            for (var time = 0; time < 20; time++) {
                failures += site.get("/").statusCode() == 503 ? 1 : 0;
            }

            assertThat(failures).isEqualTo(5);
            assertThat(accepted).hasValue(5);
        }
    }

    /** Takes every connection, and closes it as soon as something comes. */
    private static void hangUp(ServerSocket server, AtomicInteger accepted) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                accepted.incrementAndGet();
                assertThat(socket.getInputStream().read()).isNotNegative();
            } catch (IOException e) {
                assertThat(e).isInstanceOf(java.net.SocketException.class);
            }
        }
    }

    @Test
    void is504WhereAnAnswerTakesLongerThanARequestMay() {
        var mayEnd = new CountDownLatch(1);
        var hasty = WEB.behind(new Proxy(Duration.ZERO, Duration.ofSeconds(1)));
        try (var slow = Upstream.named("slow", exchange -> {
                    try {
                        mayEnd.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                });
                var site = Site.of(hasty)) {
            site.found(List.of(slow.in("web")));

            assertThat(site.get("/").statusCode()).isEqualTo(504);
            mayEnd.countDown();
        }
    }
}
