package dev.stowage.local.translate;

import dev.stowage.local.stack.Security;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.KernelCapabilities;
import dev.stowage.schema.resource.EcsTaskDefinition.LinuxParameters;

/** What a container may do. */
final class Rights {

    private Rights() {}

    static Security of(ContainerDefinition view) {
        var linux = view.linuxParameters().or(LinuxParameters.EMPTY);
        var capabilities = linux.capabilities().or(KernelCapabilities.EMPTY);
        return new Security(
                Reads.is(view.privileged()),
                Reads.is(view.readonlyRootFilesystem()),
                Reads.is(linux.initProcessEnabled()),
                Reads.texts(capabilities.add()),
                Reads.texts(capabilities.drop()),
                Reads.texts(view.dockerSecurityOptions()));
    }
}
