package dev.stowage.local.service;

/**
 * What the alarms of a service are to one deployment.
 *
 * @param deployment which one
 * @param ignored whether one was in {@code ALARM} when it began; then none of them counts
 * @param steady whether the service was steady in it: from then on it bakes
 * @param bake how long that takes
 */
record Watch(String deployment, boolean ignored, boolean steady, Pause bake) {

    /** The same, from the moment on at which its service is steady. */
    Watch steady(Pause baking) {
        return new Watch(deployment, ignored, true, baking);
    }
}
