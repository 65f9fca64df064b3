package dev.stowage.synth.emit.servicediscovery;

import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AppProtocol;
import dev.stowage.synth.emit.Emission;
import java.util.List;

/** Words about an endpoint that fit to one kind of namespace only, in a class of their own because few programs say them. */
final class RareWords {

    private static final int DAY = 24 * 3600;

    private RareWords() {}

    /** Finds what nobody could heed. */
    static void check(Endpoint endpoint, List<Service> offering, Emission out) {
        if (endpoint.timeToLive().isPresent()) {
            checkTimeToLive(endpoint, out);
        }
        if (endpoint.preview().isPresent()) {
            checkPreview(endpoint, offering, out);
        }
    }

    private static void checkTimeToLive(Endpoint endpoint, Emission out) {
        var at = endpoint.particulars().at("keepsAddresses");
        if (!endpoint.namespace().isDns()) {
            out.find(
                    "endpoint.addresses",
                    at,
                    "`" + endpoint.name()
                            + "` says for how long callers keep its addresses, and in Service Connect they"
                            + " know none: they speak to a proxy beside them.",
                    "Take .keepsAddresses(…) out, or make it in a namespace of address records, .dnsNamespace(…).");
            return;
        }
        var seconds = out.seconds(endpoint.timeToLive().orElseThrow(), at);
        if (seconds > DAY) {
            out.find(
                    "endpoint.addresses",
                    at,
                    "`" + endpoint.name() + "` lets callers keep its addresses for " + seconds
                            + " s, and tasks come and go more often than once a day.",
                    "Write a time up to a day; left out, it is 10 s.");
        }
    }

    private static void checkPreview(Endpoint endpoint, List<Service> offering, Emission out) {
        var at = endpoint.particulars().at("preview");
        if (endpoint.namespace().isDns() || endpoint.port().application() == AppProtocol.ANY) {
            out.find(
                    "endpoint.preview",
                    at,
                    "`" + endpoint.name() + "` tells requests apart by a header, and "
                            + (endpoint.namespace().isDns()
                                    ? "nothing stands between a caller and an address record."
                                    : "a TCP port has no requests."),
                    endpoint.namespace().isDns()
                            ? "Make it in a namespace of Service Connect, .namespace(…)."
                            : "Say what is spoken there, as in http(8080).");
        } else if (!isShifted(offering)) {
            out.find(
                    "endpoint.preview",
                    at,
                    "`" + endpoint.name()
                            + "` leads requests to new tasks before the others, and no service that answers"
                            + " there is deployed by a shift of traffic.",
                    "Write .deploy(blueGreen()) on the service, or take .preview(…) out.");
        }
    }

    /** Whether a service may be deployed by a shift; who answers from outside of the app may be. */
    private static boolean isShifted(List<Service> offering) {
        for (var service : offering) {
            var deployment = service.spec().deployment();
            if (deployment.isPresent()
                    && deployment.get().isByEcs()
                    && deployment.get().hasAlternates()) {
                return true;
            }
        }
        return offering.isEmpty();
    }
}
