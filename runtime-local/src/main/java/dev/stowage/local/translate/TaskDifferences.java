package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.EphemeralStorage;
import dev.stowage.schema.resource.EcsTaskDefinition.RuntimePlatform;
import dev.stowage.schema.semantics.SizeText;
import java.util.List;

/** What a local run does otherwise with task definitions. */
final class TaskDifferences {

    private static final int UNITS = 1024;
    private static final List<String> EVERYWHERE = List.of("awslogs", "awsfirelens", "json-file");

    private TaskDifferences() {}

    static void tell(Work work) {
        for (var one : work.evaluation().all(EcsTaskDefinition.TYPE)) {
            var view = one.view(EcsTaskDefinition.EMPTY);
            roles(one, view, work);
            size(one, view, work);
            platform(one, view, work);
            extras(one, view, work);
            containers(one, view, work);
        }
    }

    private static void roles(Grounded one, EcsTaskDefinition view, Work work) {
        var role = view.taskRoleArn().known();
        role.filter(any -> !work.machine().keys())
                .ifPresent(arn -> work.tell(Gap.ROLE.at(
                        one.at("TaskRoleArn"),
                        "Role `" + Reads.end(arn) + "` of task `" + one.name()
                                + "` has no local credentials unless a profile is given; calls to AWS fail without.")));
    }

    private static void size(Grounded one, EcsTaskDefinition view, Work work) {
        var machine = work.machine();
        var cpu = SizeText.cpu(view.cpu().or("")).orElse(0);
        var memory = SizeText.memory(view.memory().or("")).orElse(0);
        if (cpu > (long) machine.cpus() * UNITS || memory > machine.memory()) {
            work.tell(Gap.CPU_CAP.at(
                    one.at("Cpu"),
                    "Task `" + one.name() + "` asks for " + cpu + " CPU units and " + memory + " MiB; this machine has "
                            + machine.cpus() * UNITS + " and " + machine.memory() + "."));
        }
        if ((cpu > 0 || memory > 0) && !machine.sumsLimits()) {
            work.tell(Gap.TASK_LIMIT.at(
                    one.at("Cpu"),
                    "The limit of task `" + one.name() + "` is applied to each of its containers, not to their sum."));
        }
        var disk = view.ephemeralStorage().or(EphemeralStorage.EMPTY).sizeInGiB();
        disk.known()
                .ifPresent(size -> work.tell(Gap.EPHEMERAL.at(
                        one.at("EphemeralStorage"),
                        "The " + size + " GiB of ephemeral storage of task `" + one.name() + "` are not a limit.")));
    }

    private static void platform(Grounded one, EcsTaskDefinition view, Work work) {
        var platform = view.runtimePlatform().or(RuntimePlatform.EMPTY);
        var family = platform.operatingSystemFamily().or("LINUX");
        if (family.startsWith("WINDOWS")) {
            work.tell(Gap.WINDOWS.at(
                    one.at("RuntimePlatform"),
                    "Task `" + one.name() + "` runs on " + family + "; its containers need a Windows engine."));
        }
        var wanted = platform.cpuArchitecture().or("");
        if (!wanted.isEmpty() && !wanted.equals(work.machine().architecture())) {
            work.tell(Gap.ARCH.at(
                    one.at("RuntimePlatform"),
                    "The images of task `" + one.name() + "` are for " + wanted + ", and this machine is "
                            + work.machine().architecture() + "; they run only with emulation, slowly."));
        }
        if (Reads.texts(view.requiresCompatibilities()).contains("FARGATE")) {
            work.tell(Gap.FARGATE.at(
                    one.at("RequiresCompatibilities"),
                    "Fargate tasks run as containers of this engine; kernel and isolation differ."));
        }
    }

    private static void extras(Grounded one, EcsTaskDefinition view, Work work) {
        if (view.proxyConfiguration().isKnown()) {
            work.tell(Gap.APPMESH.at(
                    one.at("ProxyConfiguration"),
                    "The App Mesh proxy of task `" + one.name() + "` does not take its traffic; calls go straight."));
        }
        if (Reads.is(view.enableFaultInjection())) {
            work.tell(Gap.FAULT.at(
                    one.at("EnableFaultInjection"),
                    "Faults injected into task `" + one.name() + "` answer that they are not available here."));
        }
        if (!view.inferenceAccelerators().known().isEmpty()) {
            work.tell(Gap.GPU.at(
                    one.at("InferenceAccelerators"),
                    "Task `" + one.name() + "` wants inference accelerators, which have no local form."));
        }
        for (var volume : view.volumes()) {
            if (Reads.is(volume.configuredAtLaunch())) {
                work.tell(Gap.EBS.at(
                        one.at("Volumes"),
                        "Volume `" + volume.name().or("") + "` of task `" + one.name()
                                + "` is a local one; size, IOPS, snapshot and encryption are ignored."));
            }
        }
    }

    private static void containers(Grounded one, EcsTaskDefinition view, Work work) {
        for (var container : view.containerDefinitions()) {
            var name = "container `" + container.name().or("") + "` of task `" + one.name() + "`";
            var gpus = Bounds.of(container, false).gpus();
            if (gpus > 0 && !work.machine().gpus()) {
                work.tell(Gap.GPU.at(
                        one.at("ContainerDefinitions"), "The " + name + " wants a GPU; this engine hands out none."));
            }
            if (!container.credentialSpecs().known().isEmpty()) {
                work.tell(Gap.WINDOWS.at(
                        one.at("ContainerDefinitions"), "The " + name + " has credential specs, which need Windows."));
            }
            var driver = container
                    .logConfiguration()
                    .known()
                    .flatMap(logs -> logs.logDriver().known());
            driver.filter(word -> isMissing(word, work))
                    .ifPresent(word -> work.tell(Gap.LOGDRIVER.at(
                            one.at("ContainerDefinitions"),
                            "This engine has no log driver `" + word + "`; the " + name + " logs to json-file.")));
        }
    }

    private static boolean isMissing(String driver, Work work) {
        var drivers = work.machine().logDrivers();
        return !drivers.isEmpty() && !EVERYWHERE.contains(driver) && !drivers.contains(driver);
    }
}
