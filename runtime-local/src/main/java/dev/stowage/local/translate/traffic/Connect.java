package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.Proxy;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.ConnectSetup.Offer;
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
 * Service Connect without a proxy in each task. The names that are called by HTTP share listeners, since the host in a request
 * tells which was meant; every other name has listeners of its own, so that it can have an address of its own.
 */
final class Connect {

    private static final String SHARED = "connect";

    private static final Action UNKNOWN =
            new Action.Respond(404, "text/plain", "No service is offered under this name.");

    private final List<Diagnostic> findings;
    private final Map<String, TargetGroup> groups = new LinkedHashMap<>();

    /** What clients call: ports by name, and what is behind each. */
    private final Map<String, Map<Integer, Way>> names = new TreeMap<>();

    Connect(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /** From a name and a port to a group. */
    private record Way(String name, String group, Listener.Protocol protocol) {}

    List<Balancer> read(LocalStack stack) {
        stack.services().forEach(this::offers);
        var balancers = new ArrayList<Balancer>();
        var shared = new TreeMap<Integer, List<Way>>();
        names.forEach((name, ways) -> {
            if (ways.values().stream().allMatch(way -> way.protocol() == Listener.Protocol.HTTP)) {
                ways.forEach((port, way) ->
                        shared.computeIfAbsent(port, none -> new ArrayList<>()).add(way));
            } else {
                balancers.add(own(name, ways));
            }
        });
        if (!shared.isEmpty()) {
            balancers.add(shared(shared));
        }
        return balancers;
    }

    List<TargetGroup> groups() {
        return List.copyOf(groups.values());
    }

    private void offers(ServiceSetup service) {
        service.connect().ifPresent(connect -> {
            for (var offer : connect.offers()) {
                Memberships.named(service, offer)
                        .ifPresent(port -> offer(
                                Memberships.connect(connect.namespace(), offer),
                                offer,
                                port.mapping().application()));
            }
        });
    }

    private void offer(String group, Offer offer, String application) {
        var protocol = switch (application) {
            case "http" -> Listener.Protocol.HTTP;
            case "http2", "grpc" -> Listener.Protocol.HTTP2;
            default -> Listener.Protocol.TCP;
        };
        groups.putIfAbsent(group, group(group, offer, protocol));
        for (var alias : offer.aliases()) {
            var ports = names.computeIfAbsent(alias.name(), none -> new TreeMap<>());
            var known = ports.putIfAbsent(alias.port(), new Way(alias.name(), group, protocol));
            if (known != null && !known.group().equals(group)) {
                findings.add(Gap.SC.at(
                        Origin.NOWHERE,
                        "Service Connect has `" + alias.name() + ":" + alias.port()
                                + "` in two namespaces, and here both lead to `" + known.group() + "`."));
            }
        }
    }

    private static TargetGroup group(String name, Offer offer, Listener.Protocol protocol) {
        var standard = protocol == Listener.Protocol.TCP ? Proxy.OF_BYTES : Proxy.OF_REQUESTS;
        var proxy = new Proxy(
                offer.idle().orElse(standard.idle()), offer.perRequest().orElse(standard.perRequest()));
        var group = Memberships.unasked(name).behind(proxy);
        return protocol == Listener.Protocol.HTTP2 ? group.speaking(TargetGroup.Protocol.HTTP2) : group;
    }

    private static Balancer own(String name, Map<Integer, Way> ways) {
        var listeners = new ArrayList<Listener>();
        ways.forEach((port, way) -> {
            var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to(way.group()));
            var listener = Listener.http(SHARED + ":" + name + ":" + port, port, rules);
            listeners.add(listener.speaking(way.protocol(), List.of()));
        });
        return Balancer.of(SHARED + ":" + name, listeners).called(List.of(name));
    }

    private static Balancer shared(Map<Integer, List<Way>> ports) {
        var listeners = new ArrayList<Listener>();
        ports.forEach((port, ways) -> {
            var rules = new ArrayList<Rule<Action>>();
            for (var way : ways) {
                var host = new HostHeader(List.of(TextPattern.wildcard(way.name())));
                rules.add(new Rule<>(rules.size() + 1, List.of(host), Action.Forward.to(way.group())));
            }
            // Where only one can be meant, it does not matter what the host says.
            var groups = ways.stream().map(Way::group).distinct().toList();
            var rest = groups.size() == 1 ? Action.Forward.to(groups.get(0)) : UNKNOWN;
            listeners.add(Listener.http(SHARED + ":" + port, port, ListenerRules.of(rules, rest)));
        });
        var names = ports.values().stream()
                .flatMap(List::stream)
                .map(Way::name)
                .distinct()
                .toList();
        return Balancer.of(SHARED, listeners).called(names);
    }
}
