package dev.stowage.dsl.traffic;

/** Which version of HTTP a port for TLS agrees on with callers, as far as they let it choose. */
public enum Alpn {
    /** HTTP/1.1 or HTTP/1.0, and nothing else. */
    HTTP1_ONLY("HTTP1Only"),
    /** HTTP/2, and nothing else. */
    HTTP2_ONLY("HTTP2Only"),
    /** HTTP/1.1 rather than HTTP/2. */
    HTTP1_PREFERRED("HTTP2Optional"),
    /** HTTP/2 rather than HTTP/1.1. */
    HTTP2_PREFERRED("HTTP2Preferred");

    private final String policy;

    Alpn(String policy) {
        this.policy = policy;
    }

    /** The name of its policy in Elastic Load Balancing. */
    public String policy() {
        return policy;
    }
}
