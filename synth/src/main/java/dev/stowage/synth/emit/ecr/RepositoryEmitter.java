package dev.stowage.synth.emit.ecr;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.task.RepositoryImage;
import dev.stowage.schema.resource.EcrRepository;
import dev.stowage.schema.resource.EcrRepository.ImageScanningConfiguration;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;

/** A repository of images, and the names of images in it. */
public final class RepositoryEmitter {

    private static final String REPOSITORY = "Repository";

    private RepositoryEmitter() {}

    /** Adds a repository. */
    public static void emit(Repository repository, Emission out) {
        var particulars = repository.particulars();
        var properties = EcrRepository.of()
                .said(particulars.birth())
                .imageScanningConfiguration(ImageScanningConfiguration.of().scanOnPush(true))
                .said(particulars.at("mutableTags"))
                .imageTagMutability(repository.hasMutableTags() ? "MUTABLE" : "IMMUTABLE");
        if (repository.repositoryName().isPresent()) {
            properties = properties
                    .said(particulars.at("called"))
                    .repositoryName(repository.repositoryName().get());
        }
        out.add(Draft.of(repository, REPOSITORY, EcrRepository.TYPE, properties)
                .kind(Kind.REPOSITORY)
                .retained());
    }

    /** The name of an image, with its registry. */
    public static Node reference(RepositoryImage image, Emission out) {
        var separator = image.isDigest() ? "@" : ":";
        var version = image.version().in(out);
        var address = address(out.estate().current(image.repository()), out);
        if (address instanceof CallNode call
                && call.calls("Fn::Sub")
                && call.argument() instanceof TextNode text
                && version instanceof TextNode known) {
            return CallNode.of("Fn::Sub", TextNode.of(text.value() + separator + known.value()));
        }
        return version instanceof TextNode known
                ? Functions.join("", ListNode.of(address, TextNode.of(separator + known.value())))
                : Functions.join("", ListNode.of(address, TextNode.of(separator), version));
    }

    private static Node address(Repository repository, Emission out) {
        var locator = repository.locator().orElse(null);
        if (locator == null) {
            return out.ref(repository, REPOSITORY, "RepositoryUri");
        }
        if (locator instanceof Arn arn) {
            return sub(part(arn, 4) + ".dkr.ecr." + part(arn, 3) + ".${AWS::URLSuffix}/", name(arn));
        }
        var name = out.locate(repository, locator, "String", "Name");
        return sub("${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/", name);
    }

    private static Node sub(String registry, Node name) {
        return name instanceof TextNode text
                ? CallNode.of("Fn::Sub", TextNode.of(registry + text.value()))
                : CallNode.of("Fn::Sub", ListNode.of(TextNode.of(registry + "${Name}"), ObjectNode.of("Name", name)));
    }

    private static TextNode name(Arn arn) {
        return TextNode.of(arn.value().substring(arn.value().indexOf('/') + 1));
    }

    /** A part of {@code arn:aws:ecr:<region>:<account>:repository/<name>}. */
    private static String part(Arn arn, int position) {
        var start = 0;
        for (var i = 0; i < position; i++) {
            start = arn.value().indexOf(':', start) + 1;
        }
        var end = arn.value().indexOf(':', start);
        return end < 0 ? arn.value().substring(start) : arn.value().substring(start, end);
    }
}
