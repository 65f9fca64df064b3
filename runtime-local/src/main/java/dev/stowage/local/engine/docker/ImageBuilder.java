package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.model.BuildResponseItem;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.ImageBuild;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Builds images of Dockerfiles: with BuildKit where the command {@code docker buildx} is there, else as the engine itself can. */
final class ImageBuilder {

    private final Docker docker;
    private final RunId run;
    private final BuildCommand command;
    private final ImageProgress.Listener listener;
    private final Consumer<Diagnostic> notices;

    ImageBuilder(
            Docker docker,
            RunId run,
            BuildCommand command,
            ImageProgress.Listener listener,
            Consumer<Diagnostic> notices) {
        this.docker = docker;
        this.run = run;
        this.command = command;
        this.listener = listener;
        this.notices = notices;
    }

    /**
     * Builds an image; it is removed with its run.
     *
     * @throws EngineTrouble if it cannot be built
     */
    void build(ImageBuild build) {
        if (command.isThere()) {
            withCommand(build);
        } else {
            notices.accept(Gap.BUILD
                    .at(
                            Origin.NOWHERE,
                            "image `" + build.tag()
                                    + "` is built with the engine's classic builder, because there is no"
                                    + " `docker buildx` on this machine")
                    .as(Severity.NOTE)
                    .fix("Install docker-buildx if its Dockerfile uses `RUN --mount` or other things of BuildKit."));
            withEngine(build);
        }
    }

    private Map<String, String> labels() {
        return new TreeMap<>(Map.of(Labels.IMAGE, "build", Labels.RUN, run.value()));
    }

    private void withCommand(ImageBuild build) {
        try {
            var last = command.run(build, labels(), line -> tell(build, line));
            last.ifPresent(failure -> {
                throw failed(build, failure);
            });
        } catch (IOException failure) {
            throw failed(build, String.valueOf(failure.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw failed(build, "the run ended");
        }
    }

    private void withEngine(ImageBuild build) {
        var folder = Path.of(build.folder());
        var request = docker.endless()
                .buildImageCmd()
                .withBaseDirectory(folder.toFile())
                .withDockerfile(folder.resolve(build.dockerfile()).toFile())
                .withTags(Set.of(build.tag()))
                .withLabels(labels())
                .withRemove(true)
                .withForcerm(true);
        build.arguments().forEach(request::withBuildArg);
        if (!build.target().isEmpty()) {
            request.withTarget(build.target());
        }
        if (!build.platform().isEmpty()) {
            request.withPlatform(build.platform());
        }
        try {
            var image = request.exec(new Telling(build)).awaitImageId();
            tell(build, "built " + image);
        } catch (RuntimeException failure) {
            throw failed(build, Failures.text(failure));
        }
    }

    private void tell(ImageBuild build, String line) {
        listener.reached(new ImageProgress(build.tag(), "", line, 0, 0));
    }

    private static EngineTrouble failed(ImageBuild build, String last) {
        return EngineTrouble.of(
                Gap.BUILD,
                "image `" + build.tag() + "` cannot be built of " + build.folder() + ": " + last,
                "Correct " + Path.of(build.folder(), build.dockerfile()) + "; `docker build " + build.folder()
                        + "` shows all that it says.");
    }

    private final class Telling extends BuildImageResultCallback {

        private final ImageBuild build;

        private Telling(ImageBuild build) {
            this.build = build;
        }

        @Override
        public void onNext(BuildResponseItem item) {
            super.onNext(item);
            var line = item.getStream();
            if (line != null && !line.isBlank()) {
                tell(build, line.strip());
            }
        }
    }
}
