package dev.stowage.dsl.task;

import java.util.Optional;

/**
 * A port at which a container listens.
 *
 * @param number from 1 to 65535
 * @param protocol what carries it
 * @param application what is spoken over that, as far as Service Connect is to know
 * @param said the name that was said for it, if any
 */
public record Port(int number, Protocol protocol, AppProtocol application, Optional<String> said) {

    /** For TCP, whatever is spoken over it. */
    public static Port tcp(int number) {
        return new Port(number, Protocol.TCP, AppProtocol.ANY, Optional.empty());
    }

    /** For UDP. */
    public static Port udp(int number) {
        return new Port(number, Protocol.UDP, AppProtocol.ANY, Optional.empty());
    }

    /** For HTTP/1.1: Service Connect then counts requests and retries them. */
    public static Port http(int number) {
        return new Port(number, Protocol.TCP, AppProtocol.HTTP, Optional.empty());
    }

    /** For HTTP/2. */
    public static Port http2(int number) {
        return new Port(number, Protocol.TCP, AppProtocol.HTTP2, Optional.empty());
    }

    /** For gRPC. */
    public static Port grpc(int number) {
        return new Port(number, Protocol.TCP, AppProtocol.GRPC, Optional.empty());
    }

    /** The same port, which its task knows by this name: at most 64 lower-case letters, digits, hyphens and underscores. */
    public Port named(String name) {
        return new Port(number, protocol, application, Optional.of(name));
    }

    /** Its name in its task: the one that was said, or what is spoken there and its number, as in {@code http-8080}. */
    public String name() {
        return said.orElse((application == AppProtocol.ANY ? protocol.word() : application.word()) + "-" + number);
    }
}
