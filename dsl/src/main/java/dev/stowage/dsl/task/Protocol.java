package dev.stowage.dsl.task;

/** What is spoken at a port. */
public enum Protocol {
    /** Any protocol over TCP. */
    TCP,
    /** Any protocol over UDP. */
    UDP
}
