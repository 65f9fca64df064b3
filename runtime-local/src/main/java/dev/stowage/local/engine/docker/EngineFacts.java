package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an engine says of itself, as far as it decides how tasks are run.
 *
 * @param version its version, such as {@code 20.10.24}
 * @param api the version of its API that is spoken with it
 * @param architecture of the machine it runs on, in the words of images: {@code amd64}, {@code arm64}
 * @param cpus how many CPUs it has
 * @param memory how many bytes of memory it has
 * @param cgroups how it limits containers
 * @param logDrivers the log drivers it has
 * @param runtimes the runtimes it has, such as {@code runc}
 * @param isVirtual whether it runs in a virtual machine of a desktop application, where its addresses are out of reach
 * @param isRootless whether it runs without root
 */
public record EngineFacts(
        String version,
        ApiVersion api,
        String architecture,
        int cpus,
        long memory,
        Cgroups cgroups,
        Set<String> logDrivers,
        Set<String> runtimes,
        boolean isVirtual,
        boolean isRootless) {

    /**
     * How an engine limits containers.
     *
     * @param version 1 or 2
     * @param driver {@code cgroupfs} or {@code systemd}
     */
    public record Cgroups(int version, String driver) {

        /** Whether a container can be put into the group of another one by path. */
        public boolean nest() {
            return version == 1 && driver.equals("cgroupfs");
        }
    }

    /** Whether it keeps its networks to itself: this machine does not reach containers at their addresses, nor they this machine. */
    public boolean isApart() {
        return isVirtual || isRootless;
    }

    static EngineFacts of(Version version, ApiVersion api, Info info) {
        var security = Optional.ofNullable(info.getSecurityOptions()).orElse(List.of());
        var system = String.valueOf(info.getOperatingSystem());
        return new EngineFacts(
                version.getVersion(),
                api,
                architecture(String.valueOf(info.getArchitecture())),
                Optional.ofNullable(info.getNCPU()).orElse(1),
                Optional.ofNullable(info.getMemTotal()).orElse(0L),
                cgroups(info),
                logDrivers(info),
                info.getRuntimes() == null
                        ? Set.of()
                        : Set.copyOf(info.getRuntimes().keySet()),
                system.contains("Docker Desktop"),
                security.stream().anyMatch(it -> it.startsWith("name=rootless")));
    }

    private static Cgroups cgroups(Info info) {
        var raw = info.getRawValues().get("CgroupVersion");
        var driver = Optional.ofNullable(info.getCGroupDriver()).orElse("cgroupfs");
        return new Cgroups("2".equals(String.valueOf(raw)) ? 2 : 1, driver);
    }

    private static Set<String> logDrivers(Info info) {
        var plugins = Optional.ofNullable(info.getPlugins());
        var found = plugins.map(it -> it.get("Log")).map(List::copyOf).orElse(List.of("json-file"));
        return Set.copyOf(new HashSet<>(found));
    }

    private static String architecture(String machine) {
        return switch (machine) {
            case "x86_64", "amd64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> machine;
        };
    }
}
