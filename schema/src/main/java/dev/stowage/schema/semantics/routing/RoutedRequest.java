package dev.stowage.schema.semantics.routing;

import java.net.InetAddress;
import java.util.List;

/** What a listener looks at in a request. */
public interface RoutedRequest {

    /** The method, as it was sent. */
    String method();

    /** The host that was asked for, without its port. */
    String host();

    /** The path, as it was sent: still encoded, and without the query. */
    String path();

    /** What stands behind the question mark, as it was sent; empty where there is none. */
    String query();

    /** The values of a header, whose name is compared without regard to case. */
    List<String> header(String name);

    /** The address at the other end of the connection. */
    InetAddress source();
}
