package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.resource.EcsService.ServiceConnectTlsCertificateAuthority;
import dev.stowage.schema.resource.EcsService.ServiceConnectTlsConfiguration;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Roles;

/** How Service Connect encrypts what is said to an endpoint. */
final class ConnectTls {

    private ConnectTls() {}

    /** The authority of an endpoint, and the role with which ECS gets certificates of it for a service. */
    static ServiceConnectTlsConfiguration of(Service service, Endpoint endpoint, Emission out) {
        var at = endpoint.particulars().at("encrypted");
        var authority = out.locate(endpoint, endpoint.authority().orElseThrow(), "String", "Authority");
        return ServiceConnectTlsConfiguration.of()
                .said(at)
                .issuerCertificateAuthority(
                        ServiceConnectTlsCertificateAuthority.of().awsPcaAuthorityArn(authority))
                .roleArn(Roles.connectTls(service, at, out));
    }
}
