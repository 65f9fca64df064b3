package dev.stowage.synth.emit.route53;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Made;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HostedZone;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.Route53HostedZone;
import dev.stowage.schema.resource.Route53RecordSet;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.ec2.Networks;
import java.util.ArrayList;
import java.util.List;

/** A hosted zone, and the records that it was told. */
public final class HostedZoneEmitter {

    private static final String ZONE = "HostedZone";
    private static final String KEPT = "300";

    private final HostedZone zone;
    private final Emission out;

    private HostedZoneEmitter(HostedZone zone, Emission out) {
        this.zone = zone;
        this.out = out;
    }

    /** Adds the resources of a hosted zone. */
    public static void emit(HostedZone zone, Emission out) {
        new HostedZoneEmitter(zone, out).emit();
    }

    /** What an attribute of a zone is to an expression: {@code Id} or {@code NameServers}. */
    public static Node attribute(HostedZone zone, String attribute, Emission out) {
        var answer = out.ref(zone, ZONE, attribute);
        return attribute.equals("NameServers")
                ? CallNode.of("Fn::Join", ListNode.of(TextNode.of(","), answer))
                : answer;
    }

    private void emit() {
        check();
        var particulars = zone.particulars();
        var properties = Route53HostedZone.of().said(particulars.birth()).name(zone.domain());
        if (!zone.networks().isEmpty()) {
            properties = properties.said(particulars.at("inside")).vpCs(networks());
        }
        out.add(Draft.of(zone, ZONE, Route53HostedZone.TYPE, properties)
                .kind(Kind.HOSTED_ZONE)
                .retained());
        for (var record : zone.records()) {
            add(record);
        }
    }

    private List<Route53HostedZone.VPC> networks() {
        var networks = new ArrayList<Route53HostedZone.VPC>(zone.networks().size());
        for (var network : zone.networks()) {
            networks.add(Route53HostedZone.VPC
                    .of()
                    .vpcId(Networks.id(network, out))
                    .vpcRegion(Functions.ref("AWS::Region")));
        }
        return networks;
    }

    private void add(HostedZone.Entry record) {
        var at = at("record " + record.host());
        contain(record.host(), at);
        var properties = Route53RecordSet.of()
                .said(at)
                .hostedZoneId(out.ref(zone, ZONE, "Id"))
                .name(record.host())
                .type(record.type())
                .ttl(KEPT)
                .resourceRecords(record.values());
        var suffix = Names.pascal(record.host()) + Names.pascal(record.type()) + "Record";
        out.add(Draft.of(zone, suffix, Route53RecordSet.TYPE, properties).at(at));
    }

    /** Names that the zone does not answer for would never be found, and certificates for them never be proven. */
    private void check() {
        if (zone.domain().indexOf('.') <= 0
                || zone.domain().indexOf('/') >= 0
                || zone.domain().indexOf('*') >= 0) {
            out.find(
                    "zone.domain",
                    zone.particulars().birth(),
                    "`" + zone.domain() + "` is no domain that a hosted zone could answer for.",
                    "Write a domain such as shop.example.");
            return;
        }
        for (var balancer : out.estate().balancers()) {
            for (var alias : balancer.aliases()) {
                if (isIt(alias.hostedZone())) {
                    contain(alias.host(), balancer.particulars().at("alias"));
                }
            }
        }
        for (var api : out.estate().apis()) {
            if (api.domain().isPresent() && isIt(api.domain().get().hostedZone())) {
                contain(api.domain().get().host(), api.particulars().at("domain"));
            }
        }
        for (var certificate : out.estate().all(Certificate.class)) {
            if (certificate.hostedZone().isPresent()
                    && isIt(certificate.hostedZone().get())) {
                for (var host : certificate.hosts()) {
                    contain(host, certificate.particulars().at("of"));
                }
            }
        }
    }

    private boolean isIt(Locator locator) {
        return locator instanceof Made made && made.thing().key().equals(zone.key());
    }

    private void contain(String host, Said at) {
        if (!host.equals(zone.domain()) && !host.endsWith("." + zone.domain())) {
            out.find(
                    "zone.host",
                    at,
                    "`" + host + "` is a name in the hosted zone of `" + zone.domain()
                            + "`, which answers for names that end in it.",
                    "Write the whole name, such as www." + zone.domain() + ", or take another zone.");
        }
    }

    private Said at(String word) {
        var particulars = zone.particulars();
        return Said.of(
                particulars.kind(),
                particulars.name(),
                "record",
                particulars.lines().at(word));
    }
}
