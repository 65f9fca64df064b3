package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.BuiltImage;
import dev.stowage.dsl.task.RepositoryImage;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecr.BuiltImages;
import dev.stowage.synth.emit.ecr.RepositoryEmitter;

/** What a container definition says of an image that is no name in a registry. */
final class Images {

    private Images() {}

    static Node reference(Runner runner, AnyContainer container, Emission out) {
        var image = container.spec().image();
        if (image instanceof RepositoryImage stored) {
            judge(stored, container, out);
            return RepositoryEmitter.reference(stored, out);
        }
        return BuiltImages.reference((BuiltImage) image, runner, container, out);
    }

    /** A repository that is made along with who runs its images is empty when the first task starts. */
    private static void judge(RepositoryImage image, AnyContainer container, Emission out) {
        var repository = image.repository();
        if (out.estate().isOwner(out.stack(), repository)) {
            out.find(Diagnostic.of(
                            RuleId.of("image.repository.same-stack"),
                            Severity.WARNING,
                            container.particulars().birth(),
                            "`" + container.name() + "` runs an image of repository `" + repository.name()
                                    + "`, which is made in the same stack and empty when its first task starts.")
                    .also(
                            "the repository is made here",
                            repository.particulars().birth())
                    .fix("Name the repository in a stack of its own, and push to it before this one is deployed."));
        }
    }
}
