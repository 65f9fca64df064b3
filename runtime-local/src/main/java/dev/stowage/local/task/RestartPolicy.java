package dev.stowage.local.task;

import java.time.Duration;
import java.util.Set;

/**
 * When a container that ended is started again within its task.
 *
 * @param ignoredExitCodes exit codes after which it stays stopped
 * @param attemptPeriod how long it must have run to be started again; ECS takes 60 to 1,800 s
 */
public record RestartPolicy(Set<Integer> ignoredExitCodes, Duration attemptPeriod) {

    /** What ECS takes where the definition says no period. */
    public static final Duration STANDARD_PERIOD = Duration.ofMinutes(5);

    /** A policy that restarts after every exit code. */
    public static RestartPolicy after(Duration attemptPeriod) {
        return new RestartPolicy(Set.of(), attemptPeriod);
    }

    /** Whether a container that ran this long and ended with this code is started again. */
    boolean allows(int exitCode, Duration ran) {
        return !ignoredExitCodes.contains(exitCode) && ran.compareTo(attemptPeriod) >= 0;
    }
}
