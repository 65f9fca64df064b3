package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.stack.ConnectSetup.Offer;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.ServiceSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which groups the running tasks of a service are that nobody asks how they are: those behind a name. */
public final class Memberships {

    private Memberships() {}

    /**
     * A port of the tasks of a service in a group.
     *
     * @param group the name of the group
     * @param container the name of the container
     * @param port the port of the container
     */
    public record Membership(String group, String container, int port) {}

    /** The groups of the tasks of a service: one for each name that it is registered under, and for each port it offers. */
    public static List<Membership> of(ServiceSetup service) {
        var all = new ArrayList<Membership>();
        for (var registration : service.registrations()) {
            var port = registration.port().or(() -> firstPort(service));
            var container = registration.container().or(() -> containerOf(service, port.orElse(0)));
            if (port.isPresent() && container.isPresent()) {
                all.add(new Membership(discovery(registration.discovery()), container.get(), port.get()));
            }
        }
        service.connect().ifPresent(connect -> {
            for (var offer : connect.offers()) {
                named(service, offer)
                        .ifPresent(port -> all.add(new Membership(
                                connect(connect.namespace(), offer),
                                port.container(),
                                port.mapping().first())));
            }
        });
        return List.copyOf(all);
    }

    /** A port mapping and the container that it is of. */
    record Named(String container, PortMapping mapping) {}

    /** The port mapping that an offer of Service Connect names. */
    static Optional<Named> named(ServiceSetup service, Offer offer) {
        for (var container : service.setup().containers()) {
            for (var mapping : container.ports()) {
                if (mapping.name().equals(offer.portName())) {
                    return Optional.of(new Named(container.name(), mapping));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> firstPort(ServiceSetup service) {
        return service.setup().containers().stream()
                .flatMap(each -> each.ports().stream())
                .map(PortMapping::first)
                .findFirst();
    }

    private static Optional<String> containerOf(ServiceSetup service, int port) {
        return service.setup().containers().stream()
                .filter(each -> each.ports().stream().anyMatch(one -> one.first() <= port && port <= one.last()))
                .map(each -> each.name())
                .findFirst();
    }

    /** The name of the group of those who are registered with a service of Cloud Map. */
    static String discovery(ResourceKey service) {
        return "discovery:" + service;
    }

    /** The name of the group of those who offer a port in Service Connect. */
    static String connect(String namespace, Offer offer) {
        return "connect:" + namespace + "/" + offer.discoveryName();
    }

    /** A group of HTTP that asks nobody. */
    static TargetGroup unasked(String name) {
        var usual = HealthCheck.STANDARD;
        return TargetGroup.http(name)
                .asked(new HealthCheck(
                        HealthCheck.Way.NONE,
                        "",
                        usual.port(),
                        usual.interval(),
                        usual.timeout(),
                        usual.healthyAfter(),
                        usual.unhealthyAfter(),
                        usual.matcher()));
    }
}
