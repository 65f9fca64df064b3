package dev.stowage.local.deploy;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/**
 * The CloudWatch alarms that stop deployments of a service. One that is in {@code ALARM} when a deployment begins has all of
 * them ignored for that deployment.
 *
 * @param names their names; none where no alarm stops a deployment
 * @param rollback whether the last completed deployment is made again then
 * @param bake for how long they are watched once the service is steady: {@code BakeTimeInMinutes}
 */
public record Alarms(Set<String> names, boolean rollback, Duration bake) {

    /** No alarm stops a deployment. */
    public static final Alarms NONE = new Alarms(Set.of(), false, Duration.ZERO);

    /** Alarms that cannot be changed from outside. */
    public Alarms {
        names = Set.copyOf(names);
    }

    /** Alarms of these names, which leave everything as it is then, and are watched no longer than the deployment takes. */
    public static Alarms of(String... names) {
        return new Alarms(Set.of(names), false, Duration.ZERO);
    }

    /** The same, going back to the last completed deployment. */
    public Alarms rollingBack() {
        return new Alarms(names, true, bake);
    }

    /** The same, watched for so long once the service is steady. */
    public Alarms baking(Duration time) {
        return new Alarms(names, rollback, time);
    }

    /** Whether some alarm stops a deployment. */
    public boolean areSet() {
        return !names.isEmpty();
    }

    /** Whether one of them is among these. */
    public boolean anyIn(Collection<String> ringing) {
        return ringing.stream().anyMatch(names::contains);
    }
}
