package dev.stowage.local.endpoint;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.Supplier;

/** The endpoints of one run, at a port of this machine that only the machine itself reaches. */
public final class RunEndpoint implements AutoCloseable {

    private final Door door;

    private RunEndpoint(Door door) {
        this.door = door;
    }

    /**
     * The endpoints of a run.
     *
     * @param port the port, or 0 for one that is free
     * @throws IOException where the port is taken
     */
    public static RunEndpoint open(
            int port,
            Residents residents,
            EndpointIds ids,
            Credentials credentials,
            LogSink logs,
            Supplier<Instant> clock)
            throws IOException {
        var desk = new Desk(residents, ids, credentials, logs, clock);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new RunEndpoint(Door.at(address, true, desk::answer));
    }

    /** Its port. */
    public int port() {
        return door.address().getPort();
    }

    /** Where logs are sent. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        door.close();
    }
}
