package dev.stowage.dsl.task;

/** What carries the packets of a port. */
public enum Protocol {
    /** Any protocol over TCP. */
    TCP("tcp"),
    /** Any protocol over UDP. */
    UDP("udp");

    private final String word;

    Protocol(String word) {
        this.word = word;
    }

    /** Its word in a task definition. */
    public String word() {
        return word;
    }
}
