package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.AcmCertificate;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.semantics.routing.ListenerRules;
import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RequestCondition;
import dev.stowage.schema.semantics.routing.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the load balancers of a model: listeners by their load balancer, rules by their listener. */
final class TrafficReader {

    private final Evaluation evaluation;
    private final List<Diagnostic> findings = new ArrayList<>();

    /** Rules by the ARN of their listener, in the order in which they were met. */
    private final Map<String, List<Grounded>> rules = new LinkedHashMap<>();

    /** The names of listeners by their ARNs. */
    private final Map<String, String> names = new LinkedHashMap<>();

    TrafficReader(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    TrafficPlan read() {
        for (var rule : evaluation.all(ElbListenerRule.TYPE)) {
            var listener = rule.view(ElbListenerRule.EMPTY).listenerArn().or("");
            rules.computeIfAbsent(listener, none -> new ArrayList<>()).add(rule);
        }
        var reader = new TargetGroups(findings::add);
        var groups = new ArrayList<TargetGroup>();
        evaluation.all(ElbTargetGroup.TYPE).forEach(each -> groups.add(reader.read(each)));
        var balancers = new ArrayList<>(balancers());
        balancers.addAll(others());
        var integrations = new Integrations(evaluation, arn -> Optional.ofNullable(names.get(arn)), findings);
        balancers.addAll(new Apis(evaluation, integrations, findings).read());
        groups.addAll(integrations.groups());
        return new TrafficPlan(balancers, groups, findings);
    }

    private List<Balancer> balancers() {
        var listeners = new LinkedHashMap<String, List<Grounded>>();
        for (var listener : evaluation.all(ElbListener.TYPE)) {
            var balancer = listener.view(ElbListener.EMPTY).loadBalancerArn().or("");
            listeners.computeIfAbsent(balancer, none -> new ArrayList<>()).add(listener);
        }
        var balancers = new ArrayList<Balancer>();
        listeners.forEach((arn, own) -> {
            var known = evaluation.named(ElbLoadBalancer.TYPE, arn);
            var name = known.map(Grounded::name).orElse(shortName(arn));
            var settings = known.map(each ->
                            Settings.of(each.view(ElbLoadBalancer.EMPTY)).balancer())
                    .orElse(Balancer.Settings.STANDARD);
            var opened = new ArrayList<Listener>();
            own.forEach(each -> opened.addAll(listeners(name, each)));
            balancers.add(new Balancer(name, known.map(Grounded::host).stream().toList(), settings, opened));
        });
        return balancers;
    }

    /** One listener; for TCP and UDP at once, two. */
    private List<Listener> listeners(String balancer, Grounded resource) {
        var listener = resource.view(ElbListener.EMPTY);
        var port = listener.port().or(80);
        var name = balancer + ":" + port;
        names.put(resource.arn(), name);
        var all = ListenerRules.of(rules(resource.arn()), standard(resource, listener));
        var protocol = listener.protocol().or("HTTP");
        if (protocol.equals("TCP_UDP")) {
            var tcp = Listener.http(name, port, all).speaking(Listener.Protocol.TCP, List.of());
            return List.of(tcp, Listener.http(name + "/udp", port, all).speaking(Listener.Protocol.UDP, List.of()));
        }
        return switch (protocol) {
            case "HTTPS" ->
                List.of(Listener.http(name, port, all).speaking(Listener.Protocol.HTTPS, hosts(listener, all)));
            case "TLS" -> List.of(Listener.http(name, port, all).speaking(Listener.Protocol.TLS, hosts(listener, all)));
            case "TCP" -> List.of(Listener.http(name, port, all).speaking(Listener.Protocol.TCP, List.of()));
            case "UDP" -> List.of(Listener.http(name + "/udp", port, all).speaking(Listener.Protocol.UDP, List.of()));
            default -> List.of(Listener.http(name, port, all));
        };
    }

    private Action standard(Grounded resource, ElbListener listener) {
        var actions = new ArrayList<ElbListenerRule.Action>();
        for (var action : listener.defaultActions()) {
            actions.add(ElbListenerRule.Action.EMPTY.over(action.tree(), Scope.NOTHING, resource.at()));
        }
        return new Actions(resource, findings::add).read(actions, List.of());
    }

    private List<Rule<Action>> rules(String listener) {
        var read = new ArrayList<Rule<Action>>();
        for (var resource : rules.getOrDefault(listener, List.of())) {
            var rule = resource.view(ElbListenerRule.EMPTY);
            var conditions = new ArrayList<RequestCondition>();
            var reader = new Conditions(resource, findings::add);
            rule.conditions().forEach(each -> conditions.add(reader.read(each)));
            var actions = new Actions(resource, findings::add);
            var action = actions.read(rule.actions().known(), actions.rewrites(rule.transforms()));
            read.add(new Rule<>(rule.priority().or(Integer.MAX_VALUE), List.copyOf(conditions), action));
        }
        return read;
    }

    /** The names that callers may ask a listener for: those of its certificates, and those that its rules look for. */
    private List<String> hosts(ElbListener listener, ListenerRules<Action> all) {
        Set<String> hosts = new LinkedHashSet<>();
        for (var certificate : listener.certificates()) {
            evaluation
                    .named(AcmCertificate.TYPE, certificate.certificateArn().or(""))
                    .ifPresent(known -> {
                        var acm = known.view(AcmCertificate.EMPTY);
                        acm.domainName().known().ifPresent(hosts::add);
                        hosts.addAll(Conditions.texts(acm.subjectAlternativeNames()));
                    });
        }
        for (var rule : all.rules()) {
            for (var condition : rule.conditions()) {
                if (condition instanceof RequestCondition.HostHeader host) {
                    host.patterns().forEach(each -> addName(each, hosts));
                }
            }
        }
        return List.copyOf(hosts);
    }

    /** A certificate may have one star for the first word of a name, and no other wildcard. */
    private static void addName(TextPattern pattern, Set<String> hosts) {
        if (pattern instanceof TextPattern.Wild wild) {
            var name = wild.pattern();
            var rest = name.startsWith("*.") ? name.substring(2) : name;
            if (rest.indexOf('*') < 0 && rest.indexOf('?') < 0 && rest.indexOf('.') > 0) {
                hosts.add(name);
            }
        }
    }

    /** A listener that others made, with the rules that this model adds to it, is a load balancer of its own here. */
    private List<Balancer> others() {
        var balancers = new ArrayList<Balancer>();
        rules.forEach((arn, own) -> {
            if (evaluation.named(ElbListener.TYPE, arn).isEmpty()) {
                var name = shortName(arn);
                findings.add(Gap.LISTENER.at(
                        own.get(0).at("ListenerArn"),
                        "Listener `" + name
                                + "` is not of this model: here it speaks HTTP, knows the rules of this model and"
                                + " no others, and answers 404 to the rest."));
                var rest = new Action.Respond(404, "text/plain", "No rule of this model takes this request.");
                var listener = Listener.http(name, 80, ListenerRules.of(rules(arn), rest));
                balancers.add(Balancer.of(name, List.of(listener)));
            }
        });
        return balancers;
    }

    /** The name in the ARN of a load balancer or listener: the part behind its kind. */
    private static String shortName(String arn) {
        var parts = arn.split("/", -1);
        return parts.length > 2 ? parts[2] : arn;
    }
}
