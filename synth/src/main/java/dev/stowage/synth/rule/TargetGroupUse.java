package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.synth.index.Forwarding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules about who uses a target group, and where they stand: {@code target-group.balancers}, {@code .services},
 * {@code .vpc}, {@code .zone}.
 */
final class TargetGroupUse implements Family {

    static final Rule BALANCERS = Rule.of("target-group.balancers", Severity.ERROR);
    static final Rule SERVICES = Rule.of("target-group.services", Severity.WARNING);
    static final Rule VPC = Rule.of("target-group.vpc", Severity.ERROR);
    static final Rule ZONE = Rule.of("target-group.zone", Severity.WARNING);

    private final Forwarding forwarding;

    TargetGroupUse(Forwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public String judges() {
        return ElbTargetGroup.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(BALANCERS, SERVICES, VPC, ZONE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        if (rule == BALANCERS) {
            balancers(subject, findings);
        } else if (rule == SERVICES) {
            services(subject, findings);
        } else if (rule == VPC) {
            vpc(subject, findings);
        } else {
            zone(subject, findings);
        }
    }

    private void balancers(Found subject, Findings findings) {
        var balancers = balancers(subject);
        if (balancers.size() > 1) {
            var message = "`" + subject.name() + "` gets requests from the load balancers `"
                    + balancers.get(0).name() + "` and `" + balancers.get(1).name()
                    + "`, and a target group belongs to one.";
            findings.add(findings.fault("", message)
                    .fix("Make a target group for each of them; a service registers its tasks in up to five.")
                    .also("one load balancer", balancers.get(0).at(""))
                    .also("the other", balancers.get(1).at("")));
        }
    }

    /** The load balancers whose listeners and rules forward to a group, each once. */
    private List<Found> balancers(Found group) {
        var balancers = new ArrayList<Found>(1);
        for (var from : forwarding.forwarders(group)) {
            var balancer = balancer(from);
            if (balancer.isPresent() && !balancers.contains(balancer.get())) {
                balancers.add(balancer.get());
            }
        }
        return balancers;
    }

    /** The load balancer of a listener or of a rule of one, where the model holds it. */
    static Optional<Found> balancer(Found from) {
        var listener = from;
        if (!from.is(ElbListener.TYPE)) {
            if (!(from.follow("ListenerArn") instanceof Target.Held held) || !held.is(ElbListener.TYPE)) {
                return Optional.empty();
            }
            listener = held.found();
        }
        return listener.follow("LoadBalancerArn") instanceof Target.Held held && held.is(ElbLoadBalancer.TYPE)
                ? Optional.of(held.found())
                : Optional.empty();
    }

    private void services(Found subject, Findings findings) {
        var services = registering(subject);
        if (services.size() > 1) {
            var message = "`" + subject.name() + "` holds the tasks of `"
                    + services.get(0).name() + "` and of `" + services.get(1).name()
                    + "`, so that a request reaches either.";
            findings.add(findings.fault("", message)
                    .fix("Make a target group for each service.")
                    .also("one service", services.get(0).at("LoadBalancers"))
                    .also("the other", services.get(1).at("LoadBalancers")));
        }
    }

    /** The services that register their tasks in a group from the start. */
    private List<Found> registering(Found group) {
        var services = new ArrayList<Found>(1);
        for (var service : forwarding.services(group)) {
            for (var entry : service.view(EcsService.EMPTY).loadBalancers()) {
                var arn = entry.tree().peek("TargetGroupArn");
                var isRegistered = arn != null
                        && service.follow(arn) instanceof Target.Held held
                        && held.found().isSame(group);
                if (isRegistered && !services.contains(service)) {
                    services.add(service);
                }
            }
        }
        return services;
    }

    private void vpc(Found subject, Findings findings) {
        if (!(subject.follow("VpcId") instanceof Target.Held vpc)) {
            return;
        }
        var users = new ArrayList<>(balancers(subject));
        users.addAll(registering(subject));
        for (var user : users) {
            for (var subnet : Subnets.of(user)) {
                var other = subnet.follow("VpcId");
                if (other instanceof Target.Held held && !held.found().isSame(vpc.found())) {
                    var what = user.is(ElbLoadBalancer.TYPE) ? "the load balancer" : "the service";
                    var message = "`" + subject.name() + "` is of the network `"
                            + vpc.found().name() + "`, and " + what + " `" + user.name() + "` stands in `"
                            + held.found().name() + "`.";
                    findings.add(findings.fault("VpcId", message)
                            .fix("Let the target group, its load balancer and its tasks be of one VPC.")
                            .also(what, user.at(""))
                            .also("its subnet", subnet.at("VpcId")));
                    return;
                }
            }
        }
    }

    /** Targets in a zone in which the load balancer has no subnet get no request. */
    private void zone(Found subject, Findings findings) {
        var balancers = balancers(subject);
        if (balancers.size() != 1 || !Subnets.areComplete(balancers.get(0))) {
            return;
        }
        var reached = Subnets.of(balancers.get(0));
        for (var service : registering(subject)) {
            for (var subnet : Subnets.of(service)) {
                if (Subnets.isElsewhere(subnet, reached)) {
                    var message = "`" + service.name() + "` may place tasks in the subnet `" + subnet.name()
                            + "`, in whose zone the load balancer `"
                            + balancers.get(0).name()
                            + "` has none, so that they get no request.";
                    var place = service.at("NetworkConfiguration/AwsvpcConfiguration/Subnets");
                    findings.add(findings.fault(
                                    "NetworkConfiguration/AwsvpcConfiguration/Subnets", Reading.unknown(place), message)
                            .on(service.stack(), service.logicalId())
                            .fix("Give the load balancer a subnet of that zone, or take the subnet from the service.")
                            .also("the subnet", subnet.at("AvailabilityZone"))
                            .also("the load balancer", balancers.get(0).at("Subnets")));
                }
            }
        }
    }
}
