package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.service.Service;
import dev.stowage.synth.emit.Emission;

/** Whether APIs lead to an endpoint of address records, whose records then have ports, too. */
final class ApiCallers {

    private ApiCallers() {}

    /** Whether an API leads to an endpoint; services that call it by its address then no longer find it. */
    static boolean areAny(Endpoint endpoint, Emission out) {
        for (var api : out.estate().apis()) {
            for (var route : api.routes()) {
                if (route.target().key().equals(endpoint.key())) {
                    refuseOthers(endpoint, api.name(), out);
                    return true;
                }
            }
        }
        return false;
    }

    private static void refuseOthers(Endpoint endpoint, String api, Emission out) {
        for (var service : out.estate().services()) {
            if (doesCall(service, endpoint)) {
                out.find(
                        "api.endpoint.called",
                        service.particulars().at("calls"),
                        "`" + service.name() + "` calls `" + endpoint.name() + "`, and so does API `" + api
                                + "`, for which its records have ports instead of plain addresses.",
                        "Let the API lead to a listener, or let the service offer two endpoints.");
            }
        }
    }

    private static boolean doesCall(Service service, Endpoint endpoint) {
        for (var called : service.spec().calls()) {
            if (called.key().equals(endpoint.key())) {
                return true;
            }
        }
        return false;
    }
}
