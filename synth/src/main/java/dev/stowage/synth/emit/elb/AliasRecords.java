package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.schema.resource.Route53RecordSet;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;

/** The names of a load balancer in the DNS. */
final class AliasRecords {

    private AliasRecords() {}

    /** Adds the records of a load balancer. */
    static void emit(AnyBalancer balancer, Emission out) {
        var at = balancer.particulars().at("alias");
        for (var alias : balancer.aliases()) {
            var zone = out.locate(balancer, alias.hostedZone(), "AWS::Route53::HostedZone::Id", "HostedZone");
            var record = Route53RecordSet.of()
                    .said(at)
                    .hostedZoneId(zone)
                    .name(alias.host())
                    .type("A")
                    .aliasTarget(Route53RecordSet.AliasTarget.of()
                            .dnsName(out.ref(balancer, LoadBalancerEmitter.BALANCER, "DNSName"))
                            .hostedZoneId(out.ref(balancer, LoadBalancerEmitter.BALANCER, "CanonicalHostedZoneID")));
            out.add(Draft.of(balancer, Names.pascal(alias.host()) + "Record", Route53RecordSet.TYPE, record)
                    .at(at));
        }
    }
}
