package dev.stowage.local.translate;

import dev.stowage.local.stack.Limits;
import dev.stowage.local.stack.Limits.Ulimit;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.LinuxParameters;
import java.util.ArrayList;
import java.util.List;

/** What a container may take. */
final class Bounds {

    /** Of a Fargate task that says none. Source: Amazon ECS Developer Guide, "Task definition differences for Fargate". */
    private static final Ulimit FARGATE_FILES = new Ulimit("nofile", 65_535, 65_535);

    private Bounds() {}

    static Limits of(ContainerDefinition view, boolean isFargate) {
        var linux = view.linuxParameters().or(LinuxParameters.EMPTY);
        return new Limits(
                view.cpu().or(0),
                view.memory().known(),
                view.memoryReservation().known(),
                linux.sharedMemorySize().known(),
                linux.maxSwap().known(),
                linux.swappiness().known(),
                ulimits(view, isFargate),
                gpus(view));
    }

    private static List<Ulimit> ulimits(ContainerDefinition view, boolean isFargate) {
        var ulimits = new ArrayList<Ulimit>();
        for (var one : view.ulimits()) {
            ulimits.add(new Ulimit(
                    one.name().or(""), one.softLimit().or(0), one.hardLimit().or(0)));
        }
        if (isFargate && ulimits.stream().noneMatch(one -> one.name().equals(FARGATE_FILES.name()))) {
            ulimits.add(FARGATE_FILES);
        }
        return ulimits;
    }

    private static int gpus(ContainerDefinition view) {
        var gpus = 0;
        for (var one : view.resourceRequirements()) {
            var digits = one.value().or("");
            if (one.type().is("GPU") && !digits.isEmpty() && digits.chars().allMatch(Character::isDigit)) {
                gpus += Integer.parseInt(digits);
            }
        }
        return gpus;
    }
}
