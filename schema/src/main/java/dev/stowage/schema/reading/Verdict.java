package dev.stowage.schema.reading;

/** The answer to a question about readings. */
public enum Verdict {
    /** It is so. */
    HOLDS,
    /** It is not so. */
    FAILS,
    /** Only deployment tells, so nothing may be concluded. */
    UNKNOWN
}
