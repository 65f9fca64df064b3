package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.ServiceConnectConfiguration;
import dev.stowage.schema.resource.EcsService.ServiceConnectService;
import dev.stowage.schema.resource.EcsService.ServiceRegistry;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ServiceDiscoveryService;
import java.util.ArrayList;
import java.util.List;

/** Rules about the names by which the tasks of a service are found: {@code service.registry}, {@code service.connect}. */
final class ServiceNames implements Family {

    static final Rule SEVERAL = Rule.of("service.registry.several", Severity.ERROR);
    static final Rule RECORDS = Rule.of("service.registry.records", Severity.ERROR);
    static final Rule NAMESPACE = Rule.of("service.connect.namespace", Severity.ERROR);
    static final Rule MODE = Rule.of("service.connect.network-mode", Severity.ERROR);
    static final Rule TAKEN = Rule.of("endpoint.answered-twice", Severity.ERROR);
    static final Rule UDP = Rule.of("endpoint.udp", Severity.ERROR);

    private static final String CONNECT = "ServiceConnectConfiguration";
    private static final String OFFERED = CONNECT + "/Services/";

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SEVERAL, RECORDS, NAMESPACE, MODE, TAKEN, UDP);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        var registries = service.serviceRegistries().known().size();
        if (rule == SEVERAL && registries > 1) {
            findings.addCount("ServiceRegistries", "has", registries, "service registries", "ECS", 1, "Keep one.");
        } else if (rule == RECORDS) {
            records(subject, service, findings);
        }
        var connect = service.serviceConnectConfiguration().or(ServiceConnectConfiguration.EMPTY);
        if (!connect.enabled().is(true)) {
            return;
        }
        if (rule == NAMESPACE) {
            namespace(subject, connect, findings);
        } else if (rule == MODE) {
            mode(subject, findings);
        } else if (rule == TAKEN) {
            taken(subject, connect, graph, findings);
        } else if (rule == UDP) {
            udp(subject, connect, findings);
        }
    }

    /** Tasks at the address of their instance are found by port, which only SRV records tell. */
    private static void records(Found subject, EcsService service, Findings findings) {
        var task = ServiceForm.task(subject);
        var mode = task.isPresent() ? task.get().networkMode() : Reading.<String>absent();
        var position = 0;
        for (var registry : service.serviceRegistries()) {
            var property = "ServiceRegistries/" + position++;
            var types = types(subject, registry);
            var isShared = mode.is("bridge") || mode.is("host");
            var isPlaced =
                    registry.port().isWritten() || registry.containerPort().isWritten();
            if (isShared && !types.isEmpty() && !types.contains("SRV")) {
                var message = "`" + subject.name() + "` runs tasks at the address of their instance and is found by "
                        + types.get(0) + " records, which tell no port.";
                var fix =
                        "Let the service of Cloud Map keep SRV records, and name `ContainerName` and `ContainerPort`.";
                findings.add(findings.fault(property, message).fix(fix), mode);
            } else if (types.contains("SRV") && !isPlaced) {
                var message = "`" + subject.name() + "` is found by SRV records and says no port for them.";
                var fix = "Add `ContainerName` and `ContainerPort`, or `Port`.";
                findings.add(findings.fault(property, message).fix(fix));
            }
        }
    }

    /** The types of the records of a registry; empty where they are not known. */
    private static List<String> types(Found subject, ServiceRegistry registry) {
        var arn = registry.tree().peek("RegistryArn");
        return arn != null && subject.follow(arn) instanceof Target.Held held && held.is(ServiceDiscoveryService.TYPE)
                ? DiscoveryRecords.types(held.found())
                : List.of();
    }

    private static void namespace(Found subject, ServiceConnectConfiguration connect, Findings findings) {
        if (connect.namespace().isAbsent()
                && subject.follow("Cluster") instanceof Target.Held held
                && held.is(EcsCluster.TYPE)
                && !held.found().resource().properties().has("ServiceConnectDefaults")) {
            var message = "`" + subject.name()
                    + "` takes part in Service Connect and names no namespace, and neither does its" + " cluster `"
                    + held.found().name() + "`.";
            findings.add(findings.fault(CONNECT, connect.enabled(), message)
                    .fix("Set `Namespace`, or `ServiceConnectDefaults` of the cluster.")
                    .also("the cluster", held.found().at("")));
        }
    }

    private static void mode(Found subject, Findings findings) {
        var task = ServiceForm.task(subject);
        var mode = task.isPresent() ? task.get().networkMode() : Reading.<String>absent();
        if (mode.is("host") || mode.is("none")) {
            var message = "`" + subject.name() + "` takes part in Service Connect and runs tasks in network mode "
                    + mode.or("") + ", in which there is no room for its proxy.";
            findings.add(
                    findings.fault(CONNECT, message)
                            .fix("Set `NetworkMode` of the task definition to awsvpc or bridge."),
                    mode);
        }
    }

    /** In one namespace a name is answered by one service; of two, the second is told of. */
    private static void taken(
            Found subject, ServiceConnectConfiguration connect, ResourceGraph graph, Findings findings) {
        var own = new ArrayList<String>();
        var position = 0;
        for (var offered : connect.services()) {
            var property = OFFERED + position++;
            var name = name(offered);
            if (name.isKnown() && own.contains(name.or(""))) {
                tell(subject, name, "twice", property, findings);
            } else if (name.isKnown()) {
                own.add(name.or(""));
                elsewhere(subject, connect, name, property, graph, findings);
            }
        }
    }

    private static void elsewhere(
            Found subject,
            ServiceConnectConfiguration connect,
            Reading<String> name,
            String property,
            ResourceGraph graph,
            Findings findings) {
        for (var other : graph.all(EcsService.TYPE)) {
            if (other.isSame(subject)) {
                return;
            }
            var theirs =
                    other.view(EcsService.EMPTY).serviceConnectConfiguration().or(ServiceConnectConfiguration.EMPTY);
            var areBoth = subject.exists() == Verdict.HOLDS
                    && other.exists() == Verdict.HOLDS
                    && theirs.enabled().is(true)
                    && isOneNamespace(subject, connect, other, theirs);
            for (var offered : theirs.services()) {
                if (areBoth && name(offered).is(name.or(""))) {
                    tell(subject, name, "as does `" + other.name() + "`", property, findings);
                    return;
                }
            }
        }
    }

    private static void tell(Found subject, Reading<String> name, String how, String property, Findings findings) {
        var message = "`" + subject.name() + "` answers at `" + name.or("") + "` in its namespace, " + how + ".";
        findings.add(findings.fault(property, name, message).fix("Give one of them another `DiscoveryName`."), name);
    }

    private static Reading<String> name(ServiceConnectService offered) {
        return offered.discoveryName().orElse(offered.portName());
    }

    private static boolean isOneNamespace(
            Found one, ServiceConnectConfiguration ours, Found other, ServiceConnectConfiguration theirs) {
        if (ours.namespace().isAbsent() && theirs.namespace().isAbsent()) {
            return one.follow("Cluster") instanceof Target.Held a
                    && other.follow("Cluster") instanceof Target.Held b
                    && a.found().isSame(b.found());
        }
        var mine = ours.tree().peek("Namespace");
        return mine != null
                && one.stack().equals(other.stack())
                && mine.equals(theirs.tree().peek("Namespace"));
    }

    private static void udp(Found subject, ServiceConnectConfiguration connect, Findings findings) {
        var task = ServiceForm.task(subject);
        var position = 0;
        for (var offered : connect.services()) {
            var property = OFFERED + position++ + "/PortName";
            var name = offered.portName();
            if (task.isPresent() && name.isKnown() && isUdp(task.get(), name.or(""))) {
                var message = "`" + subject.name() + "` offers the port `" + name.or("")
                        + "` by Service Connect, and it is a port of UDP.";
                findings.add(
                        findings.fault(property, name, message).fix("Offer a port of TCP, or be found by Cloud Map."),
                        name);
            }
        }
    }

    private static boolean isUdp(EcsTaskDefinition task, String name) {
        for (var container : task.containerDefinitions()) {
            for (var mapping : container.portMappings()) {
                if (mapping.name().is(name) && mapping.protocol().is("udp")) {
                    return true;
                }
            }
        }
        return false;
    }
}
