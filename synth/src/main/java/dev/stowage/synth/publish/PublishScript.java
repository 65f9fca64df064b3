package dev.stowage.synth.publish;

import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.FileAsset;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A script that publishes a model with Docker and the AWS command line: first the assets, each once for each account and
 * Region whose stacks name it, then the stacks, one after those it imports from. What only whoever deploys knows is a variable
 * that the script asks for before it does anything.
 */
public final class PublishScript {

    private final Model model;
    private final Sources sources;
    private final List<String> texts = new ArrayList<>();
    private final LinkedHashSet<String> registries = new LinkedHashSet<>();
    private final StringBuilder script = new StringBuilder();

    private PublishScript(Model model, Sources sources) {
        this.model = model;
        this.sources = sources;
        for (var template : model.templates()) {
            texts.add(new String(JsonWriter.template(template), StandardCharsets.UTF_8));
        }
    }

    /** The script for a model whose files lie there. */
    public static String of(Model model, Sources sources) {
        return new PublishScript(model, sources).text();
    }

    /** Where the files of a model lie, as whoever runs the script names them. */
    public interface Sources {

        /** The file of a template: the one at this position in the model. */
        String template(int position);

        /** The file or folder of an asset. */
        String asset(Asset asset);
    }

    private String text() {
        head();
        for (var asset : model.assets()) {
            for (var where : destinations(asset)) {
                upload(asset, where);
            }
        }
        for (var i = 0; i < model.templates().size(); i++) {
            if (!model.templates().get(i).isNested()) {
                var deployment = new Deployment(
                        model.templates().get(i),
                        sources.template(i),
                        texts.get(i).getBytes(StandardCharsets.UTF_8).length);
                script.append(deployment.text());
            }
        }
        return script.toString();
    }

    private void head() {
        line("#!/bin/sh");
        line("# What publishing does, in order. Stowage has executed nothing of it.");
        line("set -eu");
        var variables = new LinkedHashSet<String>();
        for (var i = 0; i < model.templates().size(); i++) {
            if (!model.templates().get(i).isNested()) {
                variables.add(Destination.of(model.templates().get(i)).unset());
                for (var name : Deployment.asked(model.templates().get(i))) {
                    variables.add(" \"${" + name + ":?}\"");
                }
            }
        }
        variables.remove("");
        if (!variables.isEmpty()) {
            line("");
            line("# What the model leaves open: set these first.");
            line(":" + String.join("", variables));
        }
    }

    private void line(String text) {
        script.append(text).append('\n');
    }

    /** Where the stacks go that name an asset; where none names it, where any stack goes. */
    private List<Destination> destinations(Asset asset) {
        var naming = new LinkedHashSet<Destination>();
        var all = new LinkedHashSet<Destination>();
        for (var i = 0; i < texts.size(); i++) {
            var where = Destination.of(model.templates().get(i));
            all.add(where);
            if (texts.get(i).contains(asset.id())) {
                naming.add(where);
            }
        }
        return List.copyOf(new ArrayList<>(naming.isEmpty() ? all : naming));
    }

    private void upload(Asset asset, Destination where) {
        if (asset instanceof FileAsset && isTemplate(asset)) {
            return;
        }
        if (asset.destinations().isEmpty()) {
            line("");
            line("# " + sources.asset(asset)
                    + ": the assembly does not say where it goes, and older command lines of the");
            line("# AWS CDK choose a place themselves. Deploy this assembly with one of them.");
        }
        for (var i = 0; i < asset.destinations().size(); i++) {
            if (asset.destinations().value(i) instanceof ObjectNode goal) {
                var there = where.in(goal.text("region"));
                if (goal.has("assumeRoleArn")) {
                    line("");
                    line("# The AWS CDK does this in the role "
                            + goal.text("assumeRoleArn").orElse("") + ".");
                }
                if (asset instanceof ImageAsset image) {
                    image(image, goal, there);
                } else if (asset instanceof FileAsset file) {
                    file(file, goal, there);
                }
            }
        }
    }

    /** A template that is deployed from its file needs no upload. */
    private boolean isTemplate(Asset asset) {
        var file = Path.of(asset.source()).getFileName();
        for (var i = 0; i < model.templates().size(); i++) {
            var template = Path.of(sources.template(i)).getFileName();
            if (!model.templates().get(i).isNested() && String.valueOf(template).equals(String.valueOf(file))) {
                return true;
            }
        }
        return false;
    }

    private void image(ImageAsset image, ObjectNode goal, Destination where) {
        var repository = goal.text("repositoryName").orElse("");
        var tag = goal.text("imageTag").orElse(image.id());
        var name = where.word(where.registry() + "/" + repository + ":" + tag);
        login(where);
        line("");
        line("# An image. Its repository must be there: `cdk bootstrap` makes that of the AWS CDK, or");
        line("# aws ecr create-repository --region " + where.region() + " --repository-name " + where.word(repository));
        line("if ! aws ecr describe-images --region " + where.region() + " --repository-name " + where.word(repository)
                + " --image-ids imageTag=" + ShellWords.literal(tag) + " > /dev/null 2>&1; then");
        line("  " + build(image, name));
        line("  docker push " + name);
        line("fi");
    }

    private void login(Destination where) {
        var registry = where.word(where.registry());
        if (registries.add(registry)) {
            line("");
            line("aws ecr get-login-password --region " + where.region()
                    + " | docker login --username AWS --password-stdin " + registry);
        }
    }

    private String build(ImageAsset image, String name) {
        var folder = sources.asset(image);
        var command = new StringBuilder("docker build --tag ").append(name);
        option(command, "--platform", image.platform());
        command.append(" --file ").append(ShellWords.literal(folder + "/" + image.dockerfile()));
        option(command, "--target", image.target());
        for (var i = 0; i < image.arguments().size(); i++) {
            if (image.arguments().value(i) instanceof TextNode value) {
                option(command, "--build-arg", image.arguments().key(i) + "=" + value.value());
            }
        }
        return command.append(' ').append(ShellWords.literal(folder)).toString();
    }

    private static void option(StringBuilder command, String name, String value) {
        if (!value.isEmpty()) {
            command.append(' ').append(name).append(' ').append(ShellWords.literal(value));
        }
    }

    private void file(FileAsset file, ObjectNode goal, Destination where) {
        var source = ShellWords.literal(sources.asset(file));
        var target = where.word("s3://" + goal.text("bucketName").orElse("") + "/"
                + goal.text("objectKey").orElse(file.id()));
        line("");
        if (file.isZipped()) {
            line("(cd " + source + " && zip --quiet --recurse-paths - .) | aws s3 cp --region " + where.region() + " - "
                    + target);
        } else {
            line("aws s3 cp --region " + where.region() + " " + source + " " + target);
        }
    }
}
