package dev.stowage.schema.semantics.routing;

/** The host in a request, which may have a port behind it. */
public final class HostText {

    private HostText() {}

    /** The host without its port; an IPv6 address keeps its brackets. */
    public static String withoutPort(String host) {
        var colon = host.lastIndexOf(':');
        return colon < 0 || host.indexOf(']', colon) >= 0 ? host : host.substring(0, colon);
    }

    /**
     * The host as a target is told it, where the load balancer need not preserve it: with the port of the listener where
     * that is not a usual one and none is said, without any at a usual one.
     */
    public static String forwarded(String host, int listening) {
        var bare = withoutPort(host);
        if (listening == 80 || listening == 443) {
            return bare;
        }
        return bare.length() == host.length() ? host + ":" + listening : host;
    }
}
