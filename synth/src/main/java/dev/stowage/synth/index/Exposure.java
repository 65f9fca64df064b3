package dev.stowage.synth.index;

import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the internet can reach: the listeners of load balancers that face it, and who answers there. A load balancer of
 * which only deployment tells whether it faces the internet is left out.
 */
public final class Exposure {

    /** What a load balancer is where its scheme is not written: AWS::ElasticLoadBalancingV2::LoadBalancer, Scheme. */
    private static final String STANDARD_SCHEME = "internet-facing";

    private final Links listeners = new Links();
    private final Links rules = new Links();
    private final Links services = new Links();

    private Exposure(ResourceGraph graph) {
        for (var listener : graph.all(ElbListener.TYPE)) {
            listeners.add(listener, listener.follow("LoadBalancerArn"));
        }
        for (var rule : graph.all(ElbListenerRule.TYPE)) {
            rules.add(rule, rule.follow("ListenerArn"));
        }
        for (var service : graph.all(EcsService.TYPE)) {
            for (var served : service.view(EcsService.EMPTY).loadBalancers()) {
                serve(service, served.tree().peek("TargetGroupArn"));
                serve(service, served.tree().object("AdvancedConfiguration").peek("AlternateTargetGroupArn"));
            }
        }
    }

    private void serve(Found service, @Nullable Node group) {
        if (group != null) {
            services.add(service, service.follow(group));
        }
    }

    /** The doors of a graph, load balancer by load balancer in the order in which they were written, then by port. */
    public static List<Door> of(ResourceGraph graph) {
        if (!graph.holds(ElbLoadBalancer.TYPE)) {
            return List.of();
        }
        var exposure = new Exposure(graph);
        var doors = new ArrayList<Door>();
        for (var balancer : graph.all(ElbLoadBalancer.TYPE)) {
            if (facesTheInternet(balancer.view(ElbLoadBalancer.EMPTY))) {
                exposure.addDoors(balancer, doors);
            }
        }
        return doors;
    }

    /** A gateway load balancer has a scheme and takes no traffic of its own. */
    private static boolean facesTheInternet(ElbLoadBalancer balancer) {
        return balancer.scheme().orDefault(STANDARD_SCHEME).is(STANDARD_SCHEME)
                && !balancer.type().is("gateway");
    }

    private void addDoors(Found balancer, List<Door> doors) {
        var first = doors.size();
        for (var listener : listeners.to(balancer)) {
            doors.add(door(balancer, listener));
        }
        doors.subList(first, doors.size()).sort(null);
    }

    private Door door(Found balancer, Found listener) {
        var view = listener.view(ElbListener.EMPTY);
        var answers = new Answers();
        for (var action : view.defaultActions()) {
            add(action.tree(), listener, answers);
        }
        for (var rule : rules.to(listener)) {
            for (var action : rule.view(ElbListenerRule.EMPTY).actions()) {
                add(action.tree(), rule, answers);
            }
        }
        return new Door(balancer.name(), view.protocol(), view.port(), answers.names, answers.redirects);
    }

    /** Notes who answers by an action: the services behind each target group that it forwards to. */
    private void add(ObjectNode action, Found home, Answers answers) {
        answers.redirects |= action.has("RedirectConfig");
        forward(action.peek("TargetGroupArn"), home, answers);
        for (var target : action.object("ForwardConfig").list("TargetGroups").items()) {
            if (target instanceof ObjectNode share) {
                forward(share.peek("TargetGroupArn"), home, answers);
            }
        }
    }

    private void forward(@Nullable Node arn, Found home, Answers answers) {
        if (arn == null || !(home.follow(arn) instanceof Target.Held held) || !held.is(ElbTargetGroup.TYPE)) {
            return;
        }
        var served = services.to(held.found());
        for (var service : served) {
            answers.add(service.name());
        }
        if (served.isEmpty()) {
            answers.add(held.found().name());
        }
    }

    /** References of one kind, each followed once: with hundreds of services, following is what would take time. */
    private static final class Links {

        private final Map<Found, List<Found>> byTarget = new HashMap<>();

        private void add(Found from, Target target) {
            if (target instanceof Target.Held held) {
                var others = byTarget.get(held.found());
                if (others == null) {
                    others = new ArrayList<>(1);
                    byTarget.put(held.found(), others);
                }
                others.add(from);
            }
        }

        /** Who refers to a resource, in the order in which they were written. */
        private List<Found> to(Found target) {
            return byTarget.getOrDefault(target, List.of());
        }
    }

    /** Who answers at one door, as they are found. */
    private static final class Answers {

        private final List<String> names = new ArrayList<>(2);
        private boolean redirects = false;

        private void add(String name) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
    }

    /**
     * One listener that the internet reaches.
     *
     * @param balancer the load balancer, as its maker called it
     * @param protocol the protocol, such as {@code HTTPS}
     * @param port the port
     * @param answers the services that answer, as their makers called them, and target groups without a service
     * @param redirects whether some requests are sent elsewhere
     */
    public record Door(
            String balancer, Reading<String> protocol, Reading<Integer> port, List<String> answers, boolean redirects)
            implements Comparable<Door> {

        /** By port; one that only deployment tells comes last. */
        @Override
        public int compareTo(Door other) {
            return Integer.compare(port.or(Integer.MAX_VALUE), other.port.or(Integer.MAX_VALUE));
        }
    }
}
