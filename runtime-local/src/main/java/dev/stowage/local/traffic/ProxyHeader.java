package dev.stowage.local.traffic;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The head by which a target of a Network Load Balancer learns who calls (PROXY protocol, version 2, binary). */
final class ProxyHeader {

    private static final byte[] SIGNATURE = {13, 10, 13, 10, 0, 13, 10, 'Q', 'U', 'I', 'T', 10};

    /** Version 2, for a connection of somebody else. */
    private static final byte PROXIED = 0x21;

    private static final byte TCP_IPV4 = 0x11;
    private static final byte TCP_IPV6 = 0x21;

    private ProxyHeader() {}

    /** The head of a connection from there to here. */
    static Buffer of(SocketAddress caller, SocketAddress here) {
        var from = address(caller);
        var to = address(here);
        return Buffer.buffer(SIGNATURE)
                .appendByte(PROXIED)
                .appendByte(from.length == 4 ? TCP_IPV4 : TCP_IPV6)
                .appendShort((short) (from.length + to.length + 4))
                .appendBytes(from)
                .appendBytes(to)
                .appendShort((short) caller.port())
                .appendShort((short) here.port());
    }

    private static byte[] address(SocketAddress socket) {
        try {
            // Digits only: nothing is looked up.
            return InetAddress.getByName(socket.hostAddress()).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(socket + " has no address", impossible);
        }
    }
}
