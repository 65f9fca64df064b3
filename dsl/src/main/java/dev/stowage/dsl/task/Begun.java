package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.fargate.FargateSize;
import java.util.List;
import java.util.Optional;

/** A size that still wants its first container. */
record Begun(Particulars particulars, FargateSize size, Optional<WindowsServer> windows) implements FargateTask.Sized {

    @Override
    public FargateTask container(Container first) {
        return ImmutableFargateTask.of(particulars.said("container"), size)
                .withWindows(windows)
                .withContainers(List.of(first));
    }
}
