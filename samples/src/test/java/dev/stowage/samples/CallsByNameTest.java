package dev.stowage.samples;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.local.testing.LocalEcs;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that calls another by its name in Service Connect, on Docker. */
class CallsByNameTest {

    private static final String TELL =
            "busybox mkdir /w; echo serves > /w/index.html; exec busybox httpd -f -p 8080 -h /w";
    private static final String ASK = "while true; do echo told: $(busybox wget -qO- $STORIES); busybox sleep 1; done";

    @RegisterExtension
    static final Busybox image = new Busybox();

    @RegisterExtension
    static final LocalEcs twins = LocalEcs.of(new Twins());

    @Test
    void isAnsweredByWhoeverOffersTheName() {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end
                && twins.service("asking").logs().stream().noneMatch(line -> line.contains("told: serves"))) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }

        assertThat(twins.service("asking").logs()).anyMatch(line -> line.contains("told: serves"));
    }

    /** One that answers, one that asks it again and again. */
    private record Twins() implements Blueprint {

        @Override
        public App describe() {
            var network = Vpc.of("twins", "10.6.0.0/16").sharedNat();
            var cluster = Cluster.of("twins", network);
            var stories = network.namespace("twins").endpoint("stories", http(8080));

            var teller = Container.of("teller", image(Busybox.IMAGE))
                    .port(http(8080))
                    .command("/bin/busybox", "sh", "-c", TELL)
                    .stopWithin(ofSeconds(2));
            var asker = Container.of("asker", image(Busybox.IMAGE))
                    .env("STORIES", stories.url("/index.html"))
                    .command("/bin/busybox", "sh", "-c", ASK)
                    .stopWithin(ofSeconds(2));
            return Stack.of(
                    "twins",
                    cluster.service(
                                    "telling",
                                    FargateTask.sized(QuarterVcpu.MB_512).container(teller))
                            .offers(stories),
                    cluster.service(
                                    "asking",
                                    FargateTask.sized(QuarterVcpu.MB_512).container(asker))
                            .calls(stories));
        }
    }
}
