package dev.stowage.local.translate;

import dev.stowage.local.stack.ImageBuild;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images that are built on this machine, and which of them an image name means. */
final class Images {

    /** Longer than two hashes of one app ever agree. */
    private static final int TAG = 16;

    private final Map<ImageAsset, ImageBuild> builds = new LinkedHashMap<>();
    private final List<ImageBuild> wanted = new ArrayList<>();

    private Images() {}

    static Images of(Model model) {
        var images = new Images();
        for (var asset : model.assets()) {
            if (asset instanceof ImageAsset image) {
                images.builds.put(image, build(image));
            }
        }
        return images;
    }

    private static ImageBuild build(ImageAsset image) {
        var id = image.id().length() > TAG ? image.id().substring(0, TAG) : image.id();
        var arguments = new LinkedHashMap<String, String>();
        for (var i = 0; i < image.arguments().size(); i++) {
            var text = Outcome.known(image.arguments().value(i)).text();
            arguments.put(image.arguments().key(i), text == null ? "" : text);
        }
        return new ImageBuild(
                "stowage-built:" + id,
                Path.of(image.source()).toAbsolutePath().normalize().toString(),
                image.dockerfile(),
                image.target(),
                image.platform(),
                arguments);
    }

    /** What this machine calls an image: the name of its own build, where the name means one. */
    String local(String name) {
        for (var entry : builds.entrySet()) {
            if (isMeant(entry.getKey(), name)) {
                if (!wanted.contains(entry.getValue())) {
                    wanted.add(entry.getValue());
                }
                return entry.getValue().tag();
            }
        }
        return name;
    }

    /** Only builds that some container runs. */
    List<ImageBuild> builds() {
        return wanted;
    }

    private static boolean isMeant(ImageAsset asset, String name) {
        for (var i = 0; i < asset.destinations().size(); i++) {
            if (asset.destinations().value(i) instanceof ObjectNode destination
                    && name.endsWith("/" + destination.text("repositoryName").orElse("?") + ":"
                            + destination.text("imageTag").orElse("?"))) {
                return true;
            }
        }
        return name.endsWith(":" + asset.id());
    }
}
