package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.api.model.VolumesFrom;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Limits;
import dev.stowage.local.stack.Mounts;
import dev.stowage.local.stack.Security;
import dev.stowage.local.stack.TaskSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a container may take and do, as Docker takes it. Field by field: section 3.1 of the specification. */
final class HostRecipe {

    private static final int LEAST_SHARES = 2;
    private static final int MOST_SHARES = 262_144;

    private static final String FILES = "nofile";

    /** What Fargate sets where a definition says nothing. */
    private static final long FARGATE_FILES = 65_535;

    private static final long MEBIBYTE = 1L << 20;

    private HostRecipe() {}

    /**
     * Shares and limits of a container.
     *
     * @param isBounded whether the engine may not set the limits of Fargate, as it runs in a container itself
     */
    static void limit(HostConfig host, Limits limits, TaskSetup task, boolean isBounded) {
        host.withCpuShares(shares(limits));
        limits.memory().filter(it -> it > 0).map(TaskLimits::bytes).ifPresent(host::withMemory);
        limits.reserved().filter(it -> it > 0).map(it -> it * MEBIBYTE).ifPresent(host::withMemoryReservation);
        limits.shared().map(it -> it * MEBIBYTE).ifPresent(host::withShmSize);
        limits.swap().ifPresent(swap -> swap(host, limits, swap));
        host.withUlimits(ulimits(limits, task.fargate(), isBounded));
        if (limits.gpus() > 0) {
            host.withDeviceRequests(List.of(new DeviceRequest()
                    .withDriver("nvidia")
                    .withCount(limits.gpus())
                    .withCapabilities(List.of(List.of("gpu")))));
        }
    }

    /** What a container asks of a CPU that others want too, as much as Docker takes. */
    static int shares(Limits limits) {
        return shares(limits.cpu());
    }

    /** So many CPU units, as many as Docker takes. */
    static int shares(int units) {
        return Math.min(Math.max(units, LEAST_SHARES), MOST_SHARES);
    }

    private static void swap(HostConfig host, Limits limits, int swap) {
        limits.memory().ifPresent(memory -> host.withMemorySwap(TaskLimits.bytes(memory) + swap * MEBIBYTE));
        limits.swappiness().map(Integer::longValue).ifPresent(host::withMemorySwappiness);
    }

    private static List<Ulimit> ulimits(Limits limits, boolean fargate, boolean isBounded) {
        var own = limits.ulimits().stream()
                .filter(one -> !isBounded || !one.name().equals(FILES) || one.hard() != FARGATE_FILES)
                .map(one -> new Ulimit(one.name(), one.soft(), one.hard()));
        var saysFiles = limits.ulimits().stream().anyMatch(one -> one.name().equals(FILES));
        var preset = fargate && !saysFiles && !isBounded
                ? Stream.of(new Ulimit(FILES, FARGATE_FILES, FARGATE_FILES))
                : Stream.<Ulimit>of();
        return Stream.concat(own, preset).toList();
    }

    /** What a container may do. */
    static void allow(HostConfig host, Security security) {
        host.withPrivileged(security.privileged());
        host.withReadonlyRootfs(security.readOnlyRoot());
        if (security.init()) {
            host.withInit(true);
        }
        host.withCapAdd(capabilities(security.added()));
        host.withCapDrop(capabilities(security.dropped()));
        if (!security.options().isEmpty()) {
            host.withSecurityOpts(security.options());
        }
    }

    private static Capability[] capabilities(List<String> names) {
        return names.stream()
                .map(name -> Capability.valueOf(name.startsWith("CAP_") ? name.substring(4) : name))
                .toArray(Capability[]::new);
    }

    /**
     * What of the outside is in its file system.
     *
     * @param ground where each volume of the task lies
     * @param names how Docker calls the other containers of the task
     */
    static void mount(HostConfig host, ContainerSetup setup, Ground ground, Function<String, String> names) {
        var mounts = setup.mounts();
        var binds = new ArrayList<Bind>();
        for (var one : mounts.volumes()) {
            Optional.ofNullable(ground.volumes().get(one.volume()))
                    .ifPresent(source -> binds.add(new Bind(source, new Volume(one.path()), mode(one.readOnly()))));
        }
        ground.logs()
                .filter(it -> setup.router().isPresent())
                .ifPresent(it -> binds.add(new Bind(it.volume(), new Volume(LogSockets.FOLDER))));
        host.withBinds(binds);
        host.withVolumesFrom(mounts.from().stream()
                .map(one -> new VolumesFrom(names.apply(one.container()), mode(one.readOnly())))
                .toList());
        var memory = new LinkedHashMap<String, String>();
        mounts.memory().forEach(one -> memory.put(one.path(), options(one)));
        if (!memory.isEmpty()) {
            host.withTmpFs(memory);
        }
        host.withDevices(mounts.devices().stream()
                .map(one -> new Device(one.permissions(), one.path(), one.host()))
                .toList());
    }

    private static AccessMode mode(boolean readOnly) {
        return readOnly ? AccessMode.ro : AccessMode.rw;
    }

    private static String options(Mounts.Tmpfs tmpfs) {
        return String.join(
                ",",
                Stream.concat(tmpfs.options().stream(), Stream.of("size=" + tmpfs.size() + "m"))
                        .toList());
    }
}
