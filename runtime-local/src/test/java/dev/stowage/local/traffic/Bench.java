package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A load balancer at one port of this machine before a server at another, until its input ends: for {@code bench/traffic}. */
final class Bench {

    private Bench() {}

    /** Listens at the first port and forwards to the second. */
    public static void main(String... args) throws IOException {
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to("web"));
        var balancer = Balancer.of("bench", List.of(Listener.http("bench", 80, rules)));
        var settings = TrafficSettings.STANDARD.at(Map.of("bench", Integer.parseInt(args[0])));
        try (var traffic = Traffic.open(settings, () -> {})) {
            System.out.println(traffic.serve(List.of(balancer), List.of(TargetGroup.http("web"))));
            var task = new TaskId("upstream");
            traffic.register(task, List.of(new Target(task, "web", "127.0.0.1", Integer.parseInt(args[1]))));
            while (System.in.read() >= 0) {}
        }
    }
}
