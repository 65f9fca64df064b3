package dev.stowage.synth.emit.servicediscovery;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.schema.resource.ServiceDiscoveryHttpNamespace;
import dev.stowage.schema.resource.ServiceDiscoveryPrivateDnsNamespace;
import dev.stowage.schema.resource.ServiceDiscoveryPublicDnsNamespace;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;

/** A namespace of Cloud Map. */
public final class NamespaceEmitter {

    private static final String NAMESPACE = "Namespace";

    private NamespaceEmitter() {}

    /** Adds a namespace that is made here. */
    public static void emit(Namespace namespace, Emission out) {
        if (!HostNames.isName(namespace.name(), true)) {
            out.find(
                    "namespace.name",
                    namespace.particulars().birth(),
                    "`" + namespace.name()
                            + "` is a namespace whose names cannot be called, because its own name has other "
                            + "characters than lower-case letters, digits, hyphens and dots, or more than 63 of them.",
                    "Give it a name such as `shop.internal`.");
        }
        if (namespace.isPublic()) {
            var properties = ServiceDiscoveryPublicDnsNamespace.of().name(namespace.name());
            out.add(Draft.of(namespace, NAMESPACE, ServiceDiscoveryPublicDnsNamespace.TYPE, properties)
                    .kind(Kind.NAMESPACE));
        } else if (namespace.isDns()) {
            var properties = ServiceDiscoveryPrivateDnsNamespace.of()
                    .name(namespace.name())
                    .vpc(Networks.id(namespace.network(), out));
            out.add(Draft.of(namespace, NAMESPACE, ServiceDiscoveryPrivateDnsNamespace.TYPE, properties)
                    .kind(Kind.NAMESPACE));
        } else {
            var properties = ServiceDiscoveryHttpNamespace.of().name(namespace.name());
            out.add(Draft.of(namespace, NAMESPACE, ServiceDiscoveryHttpNamespace.TYPE, properties)
                    .kind(Kind.NAMESPACE));
        }
    }

    /** What Service Connect names a namespace by. */
    public static Node arn(Namespace namespace, Emission out) {
        var current = out.estate().current(namespace);
        return current.locator().isPresent()
                ? out.locate(current, current.locator().get(), "String", "NamespaceArn")
                : out.ref(current, NAMESPACE, "Arn");
    }

    /** The id of a namespace of address records. */
    public static Node id(Namespace namespace, Emission out) {
        return out.ref(out.estate().current(namespace), NAMESPACE, "Id");
    }
}
