package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.semantics.routing.ListenerRules;
import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RequestCondition.HostHeader;
import dev.stowage.schema.semantics.routing.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Service Connect without its proxies: one listener for each port that clients call. Where that is called by HTTP, the host in
 * a request tells which name was meant; else a port has one name, and whoever comes first has it.
 */
final class Connect {

    private static final Action UNKNOWN =
            new Action.Respond(404, "text/plain", "No service is offered under this name.");

    private final List<Diagnostic> findings;
    private final Map<String, TargetGroup> groups = new LinkedHashMap<>();

    /** What clients call, by port. */
    private final Map<Integer, List<Way>> ways = new TreeMap<>();

    Connect(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /** From a name to a group. */
    private record Way(String name, String group, boolean isHttp) {}

    List<Balancer> read(LocalStack stack) {
        stack.services().forEach(this::offers);
        var balancers = new ArrayList<Balancer>();
        ways.forEach((port, all) -> balancers.add(balancer(port, all)));
        return balancers;
    }

    List<TargetGroup> groups() {
        return List.copyOf(groups.values());
    }

    private void offers(ServiceSetup service) {
        service.connect().ifPresent(connect -> {
            for (var offer : connect.offers()) {
                var mapping = Memberships.named(service, offer);
                if (mapping.isPresent()) {
                    var group = Memberships.connect(connect.namespace(), offer);
                    var isHttp = mapping.get().mapping().application().equals("http");
                    groups.putIfAbsent(group, Memberships.unasked(group));
                    offer.aliases()
                            .forEach(alias -> ways.computeIfAbsent(alias.port(), none -> new ArrayList<>())
                                    .add(new Way(alias.name(), group, isHttp)));
                }
            }
        });
    }

    private Balancer balancer(int port, List<Way> all) {
        var first = all.get(0);
        var name = "connect:" + port;
        if (all.stream().allMatch(Way::isHttp)) {
            var rules = new ArrayList<Rule<Action>>();
            for (var way : all) {
                var host = new HostHeader(List.of(TextPattern.wildcard(way.name())));
                rules.add(new Rule<>(rules.size() + 1, List.of(host), Action.Forward.to(way.group())));
            }
            return Balancer.of(name, List.of(Listener.http(name, port, ListenerRules.of(rules, UNKNOWN))));
        }
        if (all.stream().anyMatch(way -> !way.group().equals(first.group()))) {
            findings.add(Gap.SC.at(
                    Origin.NOWHERE,
                    "Service Connect has several names at port " + port + ", not all of them for HTTP; all lead to `"
                            + first.name() + "` here."));
        }
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to(first.group()));
        var listener = Listener.http(name, port, rules).speaking(Listener.Protocol.TCP, List.of());
        return Balancer.of(name, List.of(listener));
    }
}
