package dev.stowage.local.cli;

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
import dev.stowage.local.engine.docker.TestImages;

/** Two web servers behind a load balancer, which answer with that text. */
public record Hello(String text) implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var http = LoadBalancer.internetFacing("front", network).http();
        var script = "mkdir -p /www; echo " + text + " > /www/index.html; echo says " + text
                + "; trap 'exit 0' TERM; httpd -f -p 80 -h /www & wait";
        var web = Container.of("web", Image.image(TestImages.BUSYBOX))
                .port(Port.tcp(80))
                .command("sh", "-c", script);
        var task = FargateTask.sized(QuarterVcpu.MB_512).container(web);
        var hello = Cluster.of("main", network).service("hello", task).count(2).behind(http.path("/*"));
        return Stack.of("hello", hello);
    }
}
