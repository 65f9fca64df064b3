package dev.stowage.dsl.access;

import java.util.List;

/** Something that keeps what is written to it: a bucket, a table, a secret, parameters. */
public interface Store {

    /** What whoever reads there must be allowed. */
    List<Grant> reading();

    /** What whoever writes there must be allowed, reading not included. */
    List<Grant> writing();
}
