package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.service.Offer;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.origin.Said;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.servicediscovery.Offers;
import java.util.List;

/** What can be wrong with the endpoints at which a service answers and with those that it calls. */
final class PeerChecks {

    private final Service service;
    private final Emission out;

    private PeerChecks(Service service, Emission out) {
        this.service = service;
        this.out = out;
    }

    static PeerChecks of(Service service, Emission out) {
        return new PeerChecks(service, out);
    }

    /** Where a word of a service about an endpoint was said; the name behind the word tells its lines apart. */
    static Said at(Service service, String word) {
        var particulars = service.particulars();
        var space = word.indexOf(' ');
        return Said.of(
                particulars.kind(),
                particulars.name(),
                space < 0 ? word : word.substring(0, space),
                particulars.lines().at(word));
    }

    /** Whether a container of the task listens where the service is said to answer. */
    boolean hasPort(Offer offer) {
        var wanted = offer.port();
        for (var container : service.task().containers()) {
            for (var port : container.spec().ports()) {
                if (port.number() == wanted.number() && port.protocol() == wanted.protocol()) {
                    return true;
                }
            }
        }
        var port = wanted.protocol().word() + "(" + wanted.number() + ")";
        out.find(
                "endpoint.port-absent",
                at(service, Offers.word(offer.endpoint())),
                "`" + service.name() + "` answers at `" + offer.endpoint().name() + "` with port " + wanted.number()
                        + ", and no container of its task listens there.",
                "Give a container .port(" + port + "), or say which port answers: .offers(…, tcp(…)).");
        return false;
    }

    /** Service Connect knows one namespace for each service, and no Windows. */
    void connected(List<Namespace> namespaces) {
        if (namespaces.size() > 1) {
            out.find(
                    "endpoint.two-namespaces",
                    service.particulars().birth(),
                    "`" + service.name() + "` has to do with the namespaces `"
                            + namespaces.get(0).name() + "` and `"
                            + namespaces.get(1).name() + "`, and Service Connect gives a service one.",
                    "Put the endpoints that it answers at and calls into one namespace.");
        }
        if (service.task() instanceof FargateTask task && task.isWindows()) {
            out.find(
                    "endpoint.windows",
                    service.particulars().birth(),
                    "`" + service.name() + "` runs on Windows, and Service Connect has no proxy for it.",
                    "Use a namespace of address records, .dnsNamespace(…).");
        }
    }

    /** Address records know one name for each service. */
    void registered(List<Endpoint> endpoints) {
        if (endpoints.size() > 1) {
            out.find(
                    "endpoint.two-records",
                    at(service, Offers.word(endpoints.get(1))),
                    "`" + service.name() + "` answers at `" + endpoints.get(0).name() + "` and `"
                            + endpoints.get(1).name() + "`, and a service has one name in address records.",
                    "Let it answer at one of them, or use .namespace(…), where it can have several.");
        }
    }
}
