package dev.stowage.dsl.task;

/**
 * A port at which a container listens.
 *
 * @param number from 1 to 65535
 * @param protocol what is spoken there
 */
public record Port(int number, Protocol protocol) {

    /** For TCP, and so for HTTP. */
    public static Port tcp(int number) {
        return new Port(number, Protocol.TCP);
    }

    /** For UDP. */
    public static Port udp(int number) {
        return new Port(number, Protocol.UDP);
    }
}
