package dev.stowage.synth.emit.ecr;

import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.Architecture;
import dev.stowage.dsl.task.BuiltImage;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.asset.ContextFolder;
import dev.stowage.synth.emit.Emission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Images that are built when a stack is deployed: recorded here with a hash of their content, and named by it. */
public final class BuiltImages {

    /** The repository that {@code cdk bootstrap} makes for images, by its default qualifier. */
    private static final String NAME = "cdk-hnb659fds-container-assets-${AWS::AccountId}-${AWS::Region}";

    /** The repository that images are pushed to, as a resource name for {@code Fn::Sub}. */
    public static final String REPOSITORY =
            "arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/" + NAME;

    private BuiltImages() {}

    /** Records an image that a container runs, and answers its name. */
    public static Node reference(BuiltImage image, Runner runner, AnyContainer container, Emission out) {
        var platform = platform(runner);
        var tag = hash(image, platform, container, out);
        var destination = ObjectNode.of("repositoryName", TextNode.of(NAME)).with("imageTag", tag);
        var arguments = ObjectNode.builder();
        for (var argument : image.arguments()) {
            arguments.put(argument.name(), TextNode.of(argument.value()));
        }
        out.upload(new ImageAsset(
                tag,
                image.folder(),
                image.file(),
                image.stage().orElse(""),
                platform,
                arguments.build(),
                ObjectNode.of("current_account-current_region", destination)));
        return CallNode.of(
                "Fn::Sub",
                TextNode.of("${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/" + NAME + ":" + tag));
    }

    private static String hash(BuiltImage image, String platform, AnyContainer container, Emission out) {
        var folder = Path.of(image.folder());
        if (!Files.isRegularFile(folder.resolve(image.file()))) {
            var particulars = container.particulars();
            out.find(
                    "image.dockerfile.absent",
                    Said.of(
                            particulars.kind(),
                            particulars.name(),
                            "dockerfile",
                            image.lines().birth()),
                    "`" + image.folder() + "` has no file `" + image.file() + "`, seen from `"
                            + Path.of("").toAbsolutePath() + "`.",
                    "Name the folder as the program sees it where it runs, or the file by .file(\"…\").");
            return "absent";
        }
        try {
            return ContextFolder.of(folder, image.file()).hash(recipe(image, platform));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The folder " + folder + " cannot be read.", unreadable);
        }
    }

    private static String recipe(BuiltImage image, String platform) {
        var recipe = new StringBuilder(image.file())
                .append('\n')
                .append(image.stage().orElse(""))
                .append('\n')
                .append(platform);
        for (var argument : image.arguments()) {
            recipe.append('\n').append(argument.name()).append('=').append(argument.value());
        }
        return recipe.toString();
    }

    private static String platform(Runner runner) {
        if (!(runner.task() instanceof FargateTask task)) {
            return "";
        }
        if (task.isWindows()) {
            return "windows/amd64";
        }
        return task.architecture() == Architecture.ARM64 ? "linux/arm64" : "linux/amd64";
    }
}
