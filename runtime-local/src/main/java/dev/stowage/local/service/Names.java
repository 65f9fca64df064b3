package dev.stowage.local.service;

import dev.stowage.local.task.TaskId;
import java.util.SplittableRandom;

/** Makes up names as ECS does: the same ones for the same seed. For one thread. */
public final class Names {

    private static final long DEPLOYMENTS = 9_000_000_000_000_000_000L;

    private final SplittableRandom random;

    private Names(SplittableRandom random) {
        this.random = random;
    }

    /** Names from a seed. */
    public static Names seeded(long seed) {
        return new Names(new SplittableRandom(seed));
    }

    /** The next task: 32 hexadecimal digits. */
    public TaskId task() {
        return new TaskId(hexadecimal() + hexadecimal());
    }

    /** The next deployment: {@code ecs-svc/} and 19 digits. */
    public String deployment() {
        return "ecs-svc/" + (random.nextLong(DEPLOYMENTS / 9) + DEPLOYMENTS / 9);
    }

    /** Where chance decides. */
    public long seed() {
        return random.nextLong();
    }

    private String hexadecimal() {
        var digits = Long.toHexString(random.nextLong());
        return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
    }
}
