package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.fargate.FargateSize;
import java.util.List;

/** A size that still wants its first container. */
record Begun(Particulars particulars, FargateSize size, boolean isWindows) implements FargateTask.Sized {

    @Override
    public FargateTask container(Container first) {
        return ImmutableFargateTask.of(particulars.said("container"), size, isWindows)
                .withContainers(List.of(first));
    }
}
