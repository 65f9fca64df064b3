package dev.stowage.dsl.traffic;

/**
 * Which versions and ciphers of TLS a listener agrees to: the security policies of Elastic Load Balancing, as of November 2026.
 * All but {@link #TLS_1_0} agree on keys that a quantum computer could not find out, with callers that can.
 */
public enum TlsPolicy {
    /** TLS 1.2 and 1.3 with forward secrecy and authenticated ciphers only: what AWS recommends, and the default. */
    TLS_1_2("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"),
    /** TLS 1.3 only. */
    TLS_1_3("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09"),
    /** TLS 1.2 and 1.3 by modules that are proven to FIPS 140-3. */
    TLS_1_2_FIPS("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09"),
    /** TLS 1.3 only, by modules that are proven to FIPS 140-3. */
    TLS_1_3_FIPS("ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09"),
    /** TLS 1.2 and 1.3 with all their ciphers, for callers that know none of the better ones. */
    TLS_1_2_ALL_CIPHERS("ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09"),
    /** TLS 1.0 to 1.3, for callers that were never renewed: versions that were given up in 2021 (RFC 8996). */
    TLS_1_0("ELBSecurityPolicy-TLS13-1-0-2021-06");

    private final String policy;

    TlsPolicy(String policy) {
        this.policy = policy;
    }

    /** Its name in Elastic Load Balancing. */
    public String policy() {
        return policy;
    }
}
