package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.service.Offer;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.service.ServiceSpec;
import dev.stowage.dsl.task.Port;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.ServiceConnectConfiguration;
import dev.stowage.schema.resource.EcsService.ServiceConnectService;
import dev.stowage.schema.resource.ServiceDiscoveryService;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.logs.LogGroups;
import dev.stowage.synth.emit.servicediscovery.HostNames;
import dev.stowage.synth.emit.servicediscovery.NamespaceEmitter;
import dev.stowage.synth.emit.servicediscovery.Offers;
import java.util.ArrayList;
import java.util.List;

/**
 * How a service answers at endpoints and calls others. A caller is let in by a rule in its own stack, into the group of the
 * endpoint, which lives with the namespace: so two stacks may call each other and neither needs the other.
 */
public final class Peers {

    private static final String REGISTRY = "Registry";

    /** How long an address may be kept by who asked for it, in seconds. */
    private static final int KEPT = 10;

    private final Service service;
    private final ServiceSpec spec;
    private final Emission out;

    private Peers(Service service, Emission out) {
        this.service = service;
        this.spec = service.spec();
        this.out = out;
    }

    static Peers of(Service service, Emission out) {
        return new Peers(service, out);
    }

    /** The groups of the endpoints at which the service answers. */
    List<Node> groups() {
        var groups = new ArrayList<Node>(spec.offers().size());
        for (var offer : spec.offers()) {
            groups.add(out.ref(offer.endpoint(), SecurityGroups.ENDPOINT, "GroupId"));
        }
        return groups;
    }

    /** The services of this stack that the service calls: a proxy knows only the names that were there when it started. */
    List<String> after() {
        var after = new ArrayList<String>();
        for (var endpoint : spec.calls()) {
            var callee = Offers.service(endpoint, out).orElse(null);
            if (callee != null
                    && out.estate().isOwner(out.stack(), callee)
                    && callee.particulars().onlyIf().isEmpty()
                    && !doesReach(callee, service, new ArrayList<>())) {
                after.add(out.estate().stem(callee) + ServiceEmitter.SERVICE);
            }
        }
        return after;
    }

    private boolean doesReach(Service from, Service to, List<String> seen) {
        if (from.key().equals(to.key())) {
            return true;
        }
        if (seen.contains(from.key())) {
            return false;
        }
        seen.add(from.key());
        for (var endpoint : from.spec().calls()) {
            var callee = Offers.service(endpoint, out);
            if (callee.isPresent() && doesReach(callee.get(), to, seen)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what the service needs to be found and to be let in, and writes what it says about itself. */
    EcsService emit(EcsService properties) {
        letIn();
        var result = properties;
        var namespaces = Offers.connected(service);
        if (!namespaces.isEmpty()) {
            PeerChecks.of(service, out).connected(namespaces);
            var word = spec.offers().isEmpty()
                    ? at("calls")
                    : at(Offers.word(spec.offers().get(0).endpoint()));
            result = result.said(word)
                    .serviceConnectConfiguration(noted(ServiceConnectConfiguration.of()
                            .said(word)
                            .enabled(true)
                            .namespace(NamespaceEmitter.arn(namespaces.get(0), out))
                            .services(services())
                            .logConfiguration(logs())));
        }
        return registered(result);
    }

    private void letIn() {
        var done = new ArrayList<String>();
        for (var endpoint : spec.calls()) {
            if (!done.contains(endpoint.key())) {
                done.add(endpoint.key());
                SecurityGroups.admitGroup(
                        service,
                        "Calls" + out.estate().stem(endpoint),
                        out.ref(endpoint, SecurityGroups.ENDPOINT, "GroupId"),
                        out.ref(service, SecurityGroups.TASKS, "GroupId"),
                        Offers.port(endpoint, out),
                        at("calls").because("it calls " + endpoint.name()),
                        out);
            }
        }
    }

    private List<ServiceConnectService> services() {
        var services = new ArrayList<ServiceConnectService>();
        for (var offer : spec.offers()) {
            if (!offer.endpoint().namespace().isDns()
                    && PeerChecks.of(service, out).hasPort(offer)) {
                services.add(service(offer));
            }
        }
        return services;
    }

    private ServiceConnectService service(Offer offer) {
        var endpoint = out.estate().current(offer.endpoint());
        var alias = EcsService.ServiceConnectClientAlias.of()
                .dnsName(HostNames.of(endpoint))
                .port(endpoint.port().number());
        var answer = ServiceConnectService.of()
                .said(at(Offers.word(endpoint)))
                .portName(portName(offer))
                .discoveryName(endpoint.name())
                .clientAliases(endpoint.preview().isEmpty() ? alias : ConnectPreview.of(alias, endpoint));
        answer = endpoint.timeout().isEmpty() && endpoint.idle().isEmpty() ? answer : answer.timeout(timeout(endpoint));
        return endpoint.authority().isEmpty() ? answer : answer.tls(ConnectTls.of(service, endpoint, out));
    }

    private ServiceConnectConfiguration noted(ServiceConnectConfiguration configuration) {
        return spec.accessLogs().isEmpty()
                ? configuration
                : configuration
                        .said(at("accessLogs"))
                        .accessLogConfiguration(EcsService.ServiceConnectAccessLogConfiguration.of()
                                .format(spec.accessLogs().get().name()));
    }

    private EcsService.TimeoutConfiguration timeout(Endpoint endpoint) {
        var particulars = endpoint.particulars();
        var timeout = EcsService.TimeoutConfiguration.of();
        if (endpoint.idle().isPresent()) {
            var at = particulars.at("idle");
            timeout = timeout.said(at)
                    .idleTimeoutSeconds(out.seconds(endpoint.idle().get(), at));
        }
        if (endpoint.timeout().isPresent()) {
            var at = particulars.at("timeout");
            timeout = timeout.said(at)
                    .perRequestTimeoutSeconds(out.seconds(endpoint.timeout().get(), at));
        }
        return timeout;
    }

    /** The name that the port has in the task, which can be another one than that of the endpoint's port. */
    private String portName(Offer offer) {
        return listening(offer.port()).name();
    }

    private Port listening(Port wanted) {
        for (var container : spec.task().containers()) {
            for (var port : container.spec().ports()) {
                if (port.number() == wanted.number() && port.protocol() == wanted.protocol()) {
                    return port;
                }
            }
        }
        return wanted;
    }

    private EcsService.LogConfiguration logs() {
        return EcsService.LogConfiguration.of()
                .logDriver("awslogs")
                .options(ObjectNode.builder()
                        .put("awslogs-group", out.ref(service, LogGroups.CONNECT))
                        .put("awslogs-region", Functions.ref("AWS::Region"))
                        .put("awslogs-stream-prefix", TextNode.of(service.name()))
                        .build());
    }

    /** The entry of a service among the address records of a namespace. */
    public static Node registry(Service service, Emission out) {
        return out.ref(service, REGISTRY, "Arn");
    }

    private EcsService registered(EcsService properties) {
        var registered = new ArrayList<Endpoint>(1);
        for (var offer : spec.offers()) {
            if (offer.endpoint().namespace().isDns()
                    && PeerChecks.of(service, out).hasPort(offer)) {
                registered.add(offer.endpoint());
            }
        }
        if (registered.isEmpty()) {
            return properties;
        }
        PeerChecks.of(service, out).registered(registered);
        var endpoint = out.estate().current(registered.get(0));
        var at = at(Offers.word(endpoint));
        var kept = endpoint.timeToLive().isEmpty()
                ? KEPT
                : out.seconds(
                        endpoint.timeToLive().get(), endpoint.particulars().at("keepsAddresses"));
        var isAsked = ApiCallers.areAny(endpoint, out);
        var records = ServiceDiscoveryService.DnsRecord.of()
                .type(isAsked ? "SRV" : "A")
                .ttl(kept);
        var entry = ServiceDiscoveryService.of()
                .said(at)
                .name(endpoint.name())
                .namespaceId(NamespaceEmitter.id(endpoint.namespace(), out))
                .dnsConfig(ServiceDiscoveryService.DnsConfig.of()
                        .dnsRecords(records)
                        .routingPolicy("MULTIVALUE"))
                .healthCheckCustomConfig(
                        ServiceDiscoveryService.HealthCheckCustomConfig.of().failureThreshold(1));
        out.add(Draft.of(service, REGISTRY, ServiceDiscoveryService.TYPE, entry)
                .kind(Kind.DISCOVERY)
                .at(at));
        var registry = EcsService.ServiceRegistry.of().registryArn(registry(service, out));
        return properties.said(at).serviceRegistries(isAsked ? withPort(registry, endpoint) : registry);
    }

    /** API Gateway asks for addresses and ports: those of records that have both. */
    private EcsService.ServiceRegistry withPort(EcsService.ServiceRegistry registry, Endpoint endpoint) {
        var wanted = Offers.port(endpoint, out);
        for (var container : spec.task().containers()) {
            for (var port : container.spec().ports()) {
                if (port.number() == wanted.number() && port.protocol() == wanted.protocol()) {
                    return registry.containerName(TextNode.of(container.name())).containerPort(port.number());
                }
            }
        }
        return registry;
    }

    private Said at(String word) {
        return PeerChecks.at(service, word);
    }
}
