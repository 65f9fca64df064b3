package dev.stowage.synth.emit.other;

import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.Shape;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.RawPath;
import dev.stowage.synth.emit.ec2.Networks;
import java.util.List;

/** A resource that the language has no words for, property by property. */
public final class OtherResourceEmitter {

    /** The end of its logical id. */
    public static final String RESOURCE = "Resource";

    private OtherResourceEmitter() {}

    /** Adds the resource. */
    public static void emit(OtherResource resource, Emission out) {
        var properties = ObjectNode.empty();
        for (var property : resource.properties()) {
            properties = set(properties, property.path(), property.value().in(out), resource, out);
        }
        for (var where : resource.subnets()) {
            var subnets = Networks.subnets(where.network(), where.kind(), out);
            properties = set(properties, where.path(), subnets, resource, out);
        }
        var draft = Draft.of(resource, RESOURCE, resource.type(), new Properties(properties));
        out.add(resource.isKept() ? draft.retained() : draft);
    }

    /** The Amazon resource name of a resource: an attribute of one of three names, or what it answers to its own name. */
    public static Node arn(OtherResource resource, Emission out) {
        var type = Catalogue.standard().type(resource.type()).orElse(null);
        if (type == null) {
            return out.ref(resource, RESOURCE, "Arn");
        }
        var last = resource.type().substring(resource.type().lastIndexOf(':') + 1);
        for (var name : List.of("Arn", "ARN", last + "Arn")) {
            if (type.hasAttribute(name)) {
                return out.ref(resource, RESOURCE, name);
            }
        }
        if (type.identifiers().size() != 1 || !type.identifiers().get(0).endsWith("Arn")) {
            out.find(
                    "resource.arn",
                    resource.particulars().birth(),
                    "`" + resource.name()
                            + "` is named in a permission, and CloudFormation tells no Amazon resource name"
                            + " of the type " + resource.type() + ".",
                    "Write the name: allow(\"…\", arn(\"arn:aws:…\")).");
        }
        return out.ref(resource, RESOURCE);
    }

    private static ObjectNode set(
            ObjectNode properties, String path, Node value, OtherResource resource, Emission out) {
        var particulars = resource.particulars();
        var site = particulars.lines().at("set " + path);
        return RawPath.write(
                properties, path, value, Said.of(particulars.kind(), particulars.name(), "set", site), out);
    }

    /** The properties of a type without a view of its own. */
    private record Properties(ObjectNode tree) implements Shape<Properties> {

        @Override
        public Properties over(ObjectNode other, Scope scope, Origin said) {
            return new Properties(other);
        }
    }
}
