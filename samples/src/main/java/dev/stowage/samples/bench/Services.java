package dev.stowage.samples.bench;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;
import java.util.ArrayList;

/**
 * Load-balanced Fargate services, each behind a load balancer of its own, over stacks that each have a network and a
 * cluster: what {@code samples/bench} describes with AWS CDK too.
 *
 * @param services how many in all
 * @param stacks over how many stacks
 */
public record Services(int services, int stacks) implements Blueprint {

    /** Synthesizes so many services over so many stacks, as the two arguments say. */
    public static void main(String... args) {
        Stowage.run(new Services(Integer.parseInt(args[0]), Integer.parseInt(args[1])), "synth");
    }

    @Override
    public App describe() {
        var described = new ArrayList<Stack>();
        for (int i = 1; i <= stacks; i++) {
            described.add(stack("house-" + i));
        }
        return App.of(described);
    }

    private Stack stack(String name) {
        var network = Vpc.of(name, "10.0.0.0/16");
        var cluster = Cluster.of(name, network);
        var members = new ArrayList<Service>();
        for (int i = 1; i <= services / stacks; i++) {
            members.add(service(name + "-" + i, cluster, network));
        }
        return Stack.of(name, members);
    }

    private static Service service(String name, Cluster cluster, Vpc network) {
        var web = Container.of("web", image("house/" + name + ":1"))
                .port(tcp(8080))
                .env("NAME", name);
        return cluster.service(name, FargateTask.sized(QuarterVcpu.MB_512).container(web))
                .count(2)
                .behind(LoadBalancer.internetFacing(name, network).http().path("/*"));
    }
}
