package dev.stowage.local.evaluate;

import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.StandIn;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses on this machine as tasks reach them: {@code localhost} would be the task itself. */
final class Endpoints {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Endpoints() {}

    static String reached(String address, String service, Evaluation whole) {
        var uri = uri(address);
        var host = uri == null || uri.getHost() == null ? "" : uri.getHost();
        if (uri == null || !host.equals("localhost") && !host.equals("127.0.0.1")) {
            return address;
        }
        var name = "endpoint-" + Made.hex(service, 8) + ".internal";
        var place = new StandIn.Place(host, port(uri));
        whole.standIn(StandIn.leadingTo(place, name, new ResourceKey("local.yaml", service)));
        return address.replaceFirst(host, name);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? HTTPS : HTTP;
    }

    private static @Nullable URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
