package dev.stowage.local.evaluate;

import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.StandIn;
import java.net.URI;

/** Addresses on this machine as tasks reach them: {@code localhost} would be the task itself. */
final class Endpoints {

    private Endpoints() {}

    static String reached(String address, String service, Evaluation whole) {
        var host = host(address);
        if (!host.equals("localhost") && !host.equals("127.0.0.1")) {
            return address;
        }
        var name = "endpoint-" + Made.hex(service, 8) + ".internal";
        whole.standIn(new StandIn(name, new ResourceKey("local.yaml", service), StandIn.Kind.HOST));
        return address.replaceFirst(host, name);
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
