package dev.stowage.local.dns;

/** The types of records that Cloud Map makes. */
public enum RecordType {
    /** An IPv4 address. */
    A(1),
    /** An IPv6 address: known, and never answered, because tasks here have none. */
    AAAA(28),
    /** A port and the name of the instance that listens there. */
    SRV(33);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    /** Its number in a message: RFC 1035, RFC 2782, RFC 3596. */
    int code() {
        return code;
    }
}
