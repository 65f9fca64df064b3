package dev.stowage.schema.diagnostic;

/** How bad a finding is, from the mildest to the gravest. */
public enum Severity {
    /** Deprecated, or worth knowing. */
    NOTE,
    /** AWS accepts it, and it does harm. */
    WARNING,
    /** AWS accepts it, and it takes the service down or opens it to the world. */
    DANGER,
    /** AWS refuses it, or no task can ever start. */
    ERROR
}
