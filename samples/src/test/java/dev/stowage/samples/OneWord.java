package dev.stowage.samples;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.LoadBalancer;

/**
 * A service behind a load balancer, and by the name {@code telling.words.internal}, that answers with one word; needs {@link Busybox}.
 *
 * @param word the word; no shell syntax
 */
record OneWord(String word) implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("words", "10.8.0.0/16").sharedNat();
        var http = LoadBalancer.internetFacing("front", network).http();
        var script = "b=/bin/busybox; $b mkdir /w; echo " + word
                + " > /w/index.html; trap 'exit 0' TERM; $b httpd -f -p 80 -h /w & wait";
        var container = Container.of("teller", Image.image(Busybox.IMAGE))
                .port(Port.tcp(80))
                .command("/bin/busybox", "sh", "-c", script);
        var task = FargateTask.sized(QuarterVcpu.MB_512).container(container);
        var name = network.dnsNamespace("words.internal").endpoint("telling", Port.tcp(80));
        return Stack.of(
                "one-word",
                Cluster.of("words", network)
                        .service("telling", task)
                        .count(2)
                        .behind(http.path("/*"))
                        .offers(name));
    }
}
