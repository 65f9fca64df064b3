package dev.stowage.local.service;

/** Whether a service is there. */
public enum ServiceStatus {
    /** It is. */
    ACTIVE,
    /** It was deleted, and has tasks left. */
    DRAINING,
    /** It was deleted. */
    INACTIVE
}
