package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.HostConfig;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.TaskSize;

/**
 * How the limits of a task as a whole are kept. ECS's agent makes a control group for each task. Here the pause container has
 * the limits and the other containers are put into its group, where the engine allows that; elsewhere each container gets
 * the limits of the task by itself.
 *
 * @param size the limits
 * @param shares what its containers ask of a CPU that others want too, all together
 * @param facts of the engine
 */
record TaskLimits(TaskSize size, int shares, EngineFacts facts) {

    /** CPU units of a core. */
    private static final int CORE = 1024;

    /** The period of the scheduler, in microseconds, of which a quota is a part. */
    private static final long PERIOD = 100_000;

    private static final long MEBIBYTE = 1L << 20;

    /** Docker refuses containers of less. */
    static final int LEAST_MEMORY = 6;

    static TaskLimits of(TaskSetup setup, EngineFacts facts) {
        var shares = setup.containers().stream()
                .mapToInt(one -> HostRecipe.shares(one.limits()))
                .sum();
        return new TaskLimits(setup.size(), shares, facts);
    }

    /** Whether there is a limit at all. */
    boolean exist() {
        return size.cpu().isPresent() || size.memory().isPresent();
    }

    /** Whether they hold for the sum of all containers. */
    boolean holdTogether() {
        return exist() && facts.cgroups().nest();
    }

    /** On the pause container, where it holds them. */
    void onPause(HostConfig host) {
        if (!holdTogether()) {
            return;
        }
        size.memory().map(TaskLimits::bytes).ifPresent(bytes -> {
            host.withMemory(bytes);
            host.withMemorySwap(bytes);
        });
        if (size.cpu().isEmpty()) {
            host.withCpuShares(HostRecipe.shares(shares));
        }
        size.cpu().filter(this::isThere).ifPresent(units -> {
            host.withCpuPeriod(PERIOD);
            host.withCpuQuota(PERIOD * units / CORE);
        });
    }

    /** On any other container of the task, in the group of that path where they hold together. */
    void onContainer(HostConfig host, String group) {
        if (holdTogether()) {
            host.withCgroupParent(group);
            return;
        }
        if (host.getMemory() == null) {
            size.memory().map(TaskLimits::bytes).ifPresent(host::withMemory);
        }
        size.cpu().filter(this::isThere).ifPresent(units -> host.withNanoCPUs(1_000_000_000L * units / CORE));
    }

    /** Docker refuses more CPUs than there are; without a limit all of them can be had. */
    private boolean isThere(int units) {
        return units <= facts.cpus() * CORE;
    }

    /** So many MiB in bytes, as many as Docker takes at least. */
    static long bytes(int mebibytes) {
        return Math.max(mebibytes, LEAST_MEMORY) * MEBIBYTE;
    }
}
