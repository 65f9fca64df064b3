package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.resource.ServiceDiscoveryHttpNamespace;
import dev.stowage.schema.resource.ServiceDiscoveryPrivateDnsNamespace;
import dev.stowage.schema.resource.ServiceDiscoveryService;
import dev.stowage.schema.resource.ServiceDiscoveryService.DnsConfig;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules about the address records of a service of Cloud Map: {@code discovery.records}, {@code discovery.namespace}. */
final class DiscoveryRecords implements Family {

    static final Rule RECORDS = Rule.of("discovery.records", Severity.ERROR);
    static final Rule NAMESPACE = Rule.of("discovery.namespace", Severity.ERROR);

    @Override
    public String judges() {
        return ServiceDiscoveryService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(RECORDS, NAMESPACE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        if (rule == RECORDS) {
            records(subject, findings);
        } else {
            namespace(subject, findings);
        }
    }

    /** The known types of the records that a service of Cloud Map keeps; empty where there may be others. */
    static List<String> types(Found service) {
        var config = service.view(ServiceDiscoveryService.EMPTY).dnsConfig().or(DnsConfig.EMPTY);
        var types = new ArrayList<String>(2);
        for (var each : config.dnsRecords()) {
            if (!each.type().isKnown()) {
                return List.of();
            }
            types.add(each.type().or(""));
        }
        return config.dnsRecords().isComplete() ? types : List.of();
    }

    private static void records(Found subject, Findings findings) {
        var types = types(subject);
        if (!types.contains("CNAME")) {
            return;
        }
        var config = subject.view(ServiceDiscoveryService.EMPTY).dnsConfig().or(DnsConfig.EMPTY);
        var policy = config.routingPolicy().orDefault("MULTIVALUE");
        if (types.size() > 1) {
            var message = "`" + subject.name() + "` keeps CNAME records beside others, and Cloud Map keeps them alone.";
            findings.add(findings.fault("DnsConfig/DnsRecords", message).fix("Take the others away."));
        } else if (policy.is("MULTIVALUE")) {
            var message = "`" + subject.name()
                    + "` keeps CNAME records and answers with several, and of a CNAME there is one.";
            findings.add(
                    findings.fault("DnsConfig/RoutingPolicy", message).fix("Set `RoutingPolicy` to WEIGHTED."), policy);
        }
    }

    private static void namespace(Found subject, Findings findings) {
        var properties = subject.resource().properties();
        var config = properties.peek("DnsConfig");
        var inside = properties.object("DnsConfig").peek("NamespaceId");
        var namespace = namespace(subject, inside == null ? properties.peek("NamespaceId") : inside);
        if (config != null && isOf(namespace, ServiceDiscoveryHttpNamespace.TYPE)) {
            var message = "`" + subject.name() + "` keeps address records in a namespace that answers over HTTP only.";
            findings.add(findings.fault("DnsConfig", message).fix("Leave `DnsConfig` out, or take a DNS namespace."));
        } else if (properties.has("HealthCheckConfig") && isOf(namespace, ServiceDiscoveryPrivateDnsNamespace.TYPE)) {
            var message =
                    "`" + subject.name() + "` is asked for its health by Route 53, which reaches no private namespace.";
            findings.add(findings.fault("HealthCheckConfig", message)
                    .fix("Write `HealthCheckCustomConfig`, which ECS keeps up to date."));
        }
    }

    private static Target namespace(Found subject, @Nullable Node node) {
        return node == null ? Target.Absent.INSTANCE : subject.follow(node);
    }

    private static boolean isOf(Target namespace, String type) {
        return namespace instanceof Target.Held held && held.is(type);
    }
}
