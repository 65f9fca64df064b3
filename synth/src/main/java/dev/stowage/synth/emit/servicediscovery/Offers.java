package dev.stowage.synth.emit.servicediscovery;

import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.service.Offer;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Port;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who answers at which endpoint. */
public final class Offers {

    private Offers() {}

    /** The word by which a service answers at an endpoint. */
    public static String word(Endpoint endpoint) {
        return "offers " + endpoint.name();
    }

    /** How a service answers at an endpoint; empty where it does not. */
    public static Optional<Offer> of(Service service, Endpoint endpoint) {
        for (var offer : service.spec().offers()) {
            if (offer.endpoint().key().equals(endpoint.key())) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    /** The first service of the app that answers at an endpoint; empty where that is up to somebody else. */
    public static Optional<Service> service(Endpoint endpoint, Emission out) {
        for (var service : out.estate().services()) {
            if (of(service, endpoint).isPresent()) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    /** The namespaces of Service Connect in which a service answers or calls, each once. */
    public static List<Namespace> connected(Service service) {
        var namespaces = new ArrayList<Namespace>(1);
        for (var offer : service.spec().offers()) {
            add(offer.endpoint().namespace(), namespaces);
        }
        for (var endpoint : service.spec().calls()) {
            add(endpoint.namespace(), namespaces);
        }
        return namespaces;
    }

    private static void add(Namespace namespace, List<Namespace> namespaces) {
        for (var each : namespaces) {
            if (each.key().equals(namespace.key())) {
                return;
            }
        }
        if (!namespace.isDns()) {
            namespaces.add(namespace);
        }
    }

    /** The port at which the tasks behind an endpoint listen, as far as the app knows them. */
    public static Port port(Endpoint endpoint, Emission out) {
        var service = service(endpoint, out);
        return service.isEmpty()
                ? endpoint.port()
                : of(service.get(), endpoint).orElseThrow().port();
    }
}
