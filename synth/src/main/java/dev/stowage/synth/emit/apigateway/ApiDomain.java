package dev.stowage.synth.emit.apigateway;

import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.schema.resource.ApiGatewayApiMapping;
import dev.stowage.schema.resource.ApiGatewayDomainName;
import dev.stowage.schema.resource.Route53RecordSet;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.elb.ListenerEmitter;

/** The name of an API in the DNS. */
final class ApiDomain {

    private static final String DOMAIN = "ApiDomainName";

    private ApiDomain() {}

    static void emit(HttpApi api, Emission out) {
        var at = api.particulars().at("domain");
        var alias = api.domain().orElseThrow();
        var domain = ApiGatewayDomainName.of()
                .said(at)
                .domainName(alias.host())
                .domainNameConfigurations(ApiGatewayDomainName.DomainNameConfiguration.of()
                        .certificateArn(ListenerEmitter.arn(api.certificate().orElseThrow(), out))
                        .endpointType("REGIONAL")
                        .securityPolicy("TLS_1_2"));
        out.add(Draft.of(api, DOMAIN, ApiGatewayDomainName.TYPE, domain).at(at));
        var mapping = ApiGatewayApiMapping.of()
                .said(at)
                .apiId(out.ref(api, HttpApiEmitter.API))
                .domainName(out.ref(api, DOMAIN))
                .stage(out.ref(api, HttpApiEmitter.STAGE));
        out.add(Draft.of(api, "ApiMapping", ApiGatewayApiMapping.TYPE, mapping).at(at));
        var record = Route53RecordSet.of()
                .said(at)
                .hostedZoneId(out.locate(api, alias.hostedZone(), "AWS::Route53::HostedZone::Id", "HostedZone"))
                .name(alias.host())
                .type("A")
                .aliasTarget(Route53RecordSet.AliasTarget.of()
                        .dnsName(out.ref(api, DOMAIN, "RegionalDomainName"))
                        .hostedZoneId(out.ref(api, DOMAIN, "RegionalHostedZoneId")));
        out.add(Draft.of(api, "ApiRecord", Route53RecordSet.TYPE, record).at(at));
    }
}
