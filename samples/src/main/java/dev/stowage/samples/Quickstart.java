package dev.stowage.samples;

import dev.stowage.dsl.app.*;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.*;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;

/** A web server behind a load balancer, in a network of its own. */
public record Quickstart() implements Blueprint {
    public static void main(String... args) {
        Stowage.run(new Quickstart(), args);
    }

    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var http = LoadBalancer.internetFacing("front", network).http();
        var web = Container.of("web", Image.image("nginx:1.27")).port(Port.tcp(80));
        var task = FargateTask.sized(QuarterVcpu.MB_512).container(web);
        var hello = Cluster.of("main", network).service("hello", task).count(2).behind(http.path("/*"));
        return Stack.of("quickstart", hello).output("Address", http.url());
    }
}
