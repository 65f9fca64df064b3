package dev.stowage.dsl.network;

/** How far a subnet reaches. */
public enum SubnetKind {
    /** To the internet and back. */
    PUBLIC,
    /** To the internet through a NAT gateway; nobody outside can call in. */
    PRIVATE,
    /** To its own network and the endpoints in it, and no further. */
    ISOLATED
}
