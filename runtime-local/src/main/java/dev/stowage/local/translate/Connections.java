package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.stack.ConnectSetup;
import dev.stowage.local.stack.ConnectSetup.Alias;
import dev.stowage.local.stack.ConnectSetup.Offer;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.ServiceConnectConfiguration;
import dev.stowage.schema.resource.EcsService.ServiceConnectService;
import dev.stowage.schema.resource.EcsService.TimeoutConfiguration;
import java.util.ArrayList;
import java.util.Optional;

/** The part of a service in Service Connect. */
final class Connections {

    private Connections() {}

    static Optional<ConnectSetup> of(EcsService view, Work work) {
        var configuration = view.serviceConnectConfiguration().known().filter(one -> Reads.is(one.enabled()));
        return configuration.map(one -> setup(one, view, work));
    }

    private static ConnectSetup setup(ServiceConnectConfiguration one, EcsService view, Work work) {
        var offers = new ArrayList<Offer>();
        for (var offered : one.services()) {
            offers.add(offer(offered));
        }
        return new ConnectSetup(namespace(one, view, work), offers);
    }

    /** The name of the namespace: of the service, or else of its cluster. */
    private static String namespace(ServiceConnectConfiguration one, EcsService view, Work work) {
        var named = one.namespace().known().or(() -> ofCluster(view, work)).orElse("default");
        return work.evaluation()
                .named(named)
                .filter(found -> found.type().startsWith("AWS::ServiceDiscovery::"))
                .map(Grounded::physicalName)
                .orElse(Reads.end(named));
    }

    private static Optional<String> ofCluster(EcsService view, Work work) {
        return work.evaluation()
                .named(EcsCluster.TYPE, view.cluster().or(""))
                .flatMap(cluster ->
                        cluster.view(EcsCluster.EMPTY).serviceConnectDefaults().known())
                .flatMap(defaults -> defaults.namespace().known());
    }

    private static Offer offer(ServiceConnectService one) {
        var aliases = new ArrayList<Alias>();
        var port = one.portName().or("");
        var name = one.discoveryName().or(port);
        for (var alias : one.clientAliases()) {
            aliases.add(new Alias(alias.dnsName().or(name), alias.port().or(0)));
        }
        var timeout = one.timeout().or(TimeoutConfiguration.EMPTY);
        return new Offer(
                port,
                name,
                aliases,
                Reads.seconds(timeout.idleTimeoutSeconds()),
                Reads.seconds(timeout.perRequestTimeoutSeconds()));
    }
}
