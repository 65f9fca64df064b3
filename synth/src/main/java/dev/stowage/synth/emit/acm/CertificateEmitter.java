package dev.stowage.synth.emit.acm;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.schema.resource.AcmCertificate;
import dev.stowage.schema.resource.AcmCertificate.DomainValidationOption;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.LinkedHashSet;

/** A certificate, proven by records in a hosted zone. */
public final class CertificateEmitter {

    private static final String CERTIFICATE = "Certificate";

    /** As the common name of a certificate has room for. */
    private static final int LONGEST_FIRST = 64;

    private CertificateEmitter() {}

    /** Adds a certificate. */
    public static void emit(Certificate certificate, Emission out) {
        var at = certificate.particulars().at("of");
        var zone = out.locate(
                certificate, certificate.hostedZone().orElseThrow(), "AWS::Route53::HostedZone::Id", "HostedZone");
        var hosts = new ArrayList<>(new LinkedHashSet<>(certificate.hosts()));
        var proofs = new ArrayList<DomainValidationOption>(hosts.size());
        for (var host : hosts) {
            proofs.add(DomainValidationOption.of().domainName(host).hostedZoneId(zone));
            check(certificate, host, out);
        }
        var properties = AcmCertificate.of()
                .said(at)
                .domainName(hosts.get(0))
                .validationMethod("DNS")
                .domainValidationOptions(proofs);
        if (hosts.size() > 1) {
            var others = new ArrayList<Node>(hosts.size() - 1);
            for (var host : hosts.subList(1, hosts.size())) {
                others.add(TextNode.of(host));
            }
            properties = properties.subjectAlternativeNames(ListNode.of(others));
        }
        out.add(Draft.of(certificate, CERTIFICATE, AcmCertificate.TYPE, properties)
                .kind(Kind.CERTIFICATE));
    }

    private static void check(Certificate certificate, String host, Emission out) {
        var isFirst = host.equals(certificate.hosts().get(0));
        var isName = host.indexOf('.') > 0
                && host.indexOf('/') < 0
                && host.indexOf(':') < 0
                && host.lastIndexOf('*') <= 0
                && !host.endsWith(".");
        if (!isName || isFirst && host.length() > LONGEST_FIRST) {
            out.find(
                    "certificate.host",
                    certificate.particulars().at("of"),
                    "The certificate `" + certificate.name() + "` stands for `" + host
                            + (isName ? "`, which is longer than 64 characters." : "`, which is no name of a host."),
                    "Write a name such as shop.example or *.shop.example" + (isName ? ", a shorter one first." : "."));
        }
    }

    /** The resource name of a certificate that is made here. */
    public static Node arn(Certificate certificate, Emission out) {
        return out.ref(certificate, CERTIFICATE);
    }
}
