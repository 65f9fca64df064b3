package dev.stowage.dsl.task;

/** What is spoken at a port, as far as Service Connect is to know. */
public enum AppProtocol {
    /** Bytes that nobody looks into. */
    ANY(""),
    /** HTTP/1.1. */
    HTTP("http"),
    /** HTTP/2. */
    HTTP2("http2"),
    /** gRPC. */
    GRPC("grpc");

    private final String word;

    AppProtocol(String word) {
        this.word = word;
    }

    /** Its word in a task definition; empty where nothing is written. */
    public String word() {
        return word;
    }
}
