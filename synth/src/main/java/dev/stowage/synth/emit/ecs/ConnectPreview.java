package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.network.Endpoint;
import dev.stowage.schema.resource.EcsService;

/** Which requests of Service Connect the new tasks of a shift get before the others. */
final class ConnectPreview {

    private ConnectPreview() {}

    /** A name by which an endpoint is called, with the header that tells requests for new tasks apart. */
    static EcsService.ServiceConnectClientAlias of(EcsService.ServiceConnectClientAlias alias, Endpoint endpoint) {
        var preview = endpoint.preview().orElseThrow();
        var header = EcsService.ServiceConnectTestTrafficRulesHeader.of()
                .said(endpoint.particulars().at("preview"))
                .name(preview.header())
                .value(EcsService.ServiceConnectTestTrafficRulesHeaderValue.of().exact(preview.value()));
        return alias.testTrafficRules(
                EcsService.ServiceConnectTestTrafficRules.of().header(header));
    }
}
