package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.DiscoveryService;
import dev.stowage.local.stack.DiscoveryService.DnsRecord;
import dev.stowage.local.stack.Namespace;
import dev.stowage.local.stack.Registration;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.ServiceDiscoveryHttpNamespace;
import dev.stowage.schema.resource.ServiceDiscoveryPrivateDnsNamespace;
import dev.stowage.schema.resource.ServiceDiscoveryPublicDnsNamespace;
import dev.stowage.schema.resource.ServiceDiscoveryService;
import dev.stowage.schema.resource.ServiceDiscoveryService.DnsConfig;
import java.util.ArrayList;
import java.util.List;

/** The Cloud Map namespaces of a model, their services, and who registers there. */
final class Discovery {

    private static final int TTL = 60;

    private Discovery() {}

    static List<Namespace> of(Work work) {
        var namespaces = new ArrayList<Namespace>();
        add(ServiceDiscoveryPrivateDnsNamespace.TYPE, Namespace.Kind.PRIVATE_DNS, work, namespaces);
        add(ServiceDiscoveryPublicDnsNamespace.TYPE, Namespace.Kind.PUBLIC_DNS, work, namespaces);
        add(ServiceDiscoveryHttpNamespace.TYPE, Namespace.Kind.HTTP, work, namespaces);
        return namespaces;
    }

    private static void add(String type, Namespace.Kind kind, Work work, List<Namespace> namespaces) {
        for (var one : work.evaluation().all(type)) {
            var services = new ArrayList<DiscoveryService>();
            for (var service : work.evaluation().all(ServiceDiscoveryService.TYPE)) {
                var view = service.view(ServiceDiscoveryService.EMPTY);
                var dns = view.dnsConfig().or(DnsConfig.EMPTY);
                if (one.ref()
                        .equals(view.namespaceId().orElse(dns.namespaceId()).or(""))) {
                    services.add(service(service, dns));
                }
            }
            namespaces.add(new Namespace(one.key(), one.ref(), one.physicalName(), kind, services));
        }
    }

    private static DiscoveryService service(Grounded one, DnsConfig dns) {
        var records = new ArrayList<DnsRecord>();
        for (var item : dns.dnsRecords()) {
            records.add(new DnsRecord(
                    item.type().or("A"),
                    item.ttl().known().map(Double::intValue).orElse(TTL)));
        }
        var routing = dns.routingPolicy().or("MULTIVALUE");
        return new DiscoveryService(one.key(), one.physicalName(), records, routing.equals("WEIGHTED"));
    }

    /** The Cloud Map services that the tasks of a service are instances of. */
    static List<Registration> registrations(Grounded service, EcsService view, Work work) {
        var registrations = new ArrayList<Registration>();
        for (var one : view.serviceRegistries()) {
            var arn = one.registryArn().or("");
            var discovery = work.evaluation().named(ServiceDiscoveryService.TYPE, arn);
            if (discovery.isEmpty()) {
                work.tell(Gap.RESOURCE.at(
                        service.at("ServiceRegistries"),
                        "Service `" + service.name() + "` registers in Cloud Map service `" + arn
                                + "`, which is not in the model; nobody finds it there."));
            } else {
                registrations.add(new Registration(
                        discovery.get().key(),
                        one.containerName().known(),
                        one.containerPort().orElse(one.port()).known()));
            }
        }
        return registrations;
    }
}
