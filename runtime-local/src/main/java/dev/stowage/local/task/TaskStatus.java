package dev.stowage.local.task;

/** The {@code lastStatus} of a task, in ECS's order. A task never goes back. */
public enum TaskStatus {
    /** Its address is being taken: the pause container is on its way. */
    PROVISIONING,
    /** Its containers are being pulled, created, or wait for one another. */
    PENDING,
    /** Its containers run, and its targets are being registered. */
    ACTIVATING,
    /** Every container reached its steady state; those that are not essential may have ended already. */
    RUNNING,
    /** It is being taken out of its target groups; its containers still run. */
    DEACTIVATING,
    /** Its containers are being stopped. */
    STOPPING,
    /** Only its address is left to be given back. */
    DEPROVISIONING,
    /** All its containers have ended. */
    STOPPED;

    /** Whether ECS counts it as pending: started and not running yet. */
    public boolean isPending() {
        return compareTo(RUNNING) < 0;
    }

    /** The later of the two. */
    TaskStatus orLater(TaskStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
