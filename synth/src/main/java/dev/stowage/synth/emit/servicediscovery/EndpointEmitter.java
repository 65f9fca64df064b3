package dev.stowage.synth.emit.servicediscovery;

import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AppProtocol;
import dev.stowage.dsl.task.Protocol;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.ArrayList;
import java.util.List;

/** An endpoint: the security group that whoever answers at it carries. */
public final class EndpointEmitter {

    private final Endpoint endpoint;
    private final Emission out;

    private EndpointEmitter(Endpoint endpoint, Emission out) {
        this.endpoint = endpoint;
        this.out = out;
    }

    /** Adds the resources of an endpoint. */
    public static void emit(Endpoint endpoint, Emission out) {
        new EndpointEmitter(endpoint, out).emit();
    }

    private void emit() {
        checkName();
        checkProtocol();
        var offering = offering();
        checkOffers(offering);
        if (endpoint.timeToLive().isPresent() || endpoint.preview().isPresent()) {
            RareWords.check(endpoint, offering, out);
        }
        for (var service : out.estate().services()) {
            checkCalls(service);
        }
        var network = out.estate().current(endpoint.namespace()).network();
        SecurityGroups.emit(endpoint, SecurityGroups.ENDPOINT, network, "Tasks that answer at", out);
    }

    private void checkName() {
        if (!HostNames.isName(endpoint.name(), false)) {
            out.find(
                    "endpoint.name",
                    endpoint.particulars().birth(),
                    "`" + endpoint.name()
                            + "` is the name of an endpoint, and such a name has 1 to 63 lower-case letters, "
                            + "digits and hyphens.",
                    "Give it a name such as `orders`.");
        }
    }

    private void checkProtocol() {
        var isDns = endpoint.namespace().isDns();
        if (!isDns && endpoint.port().protocol() == Protocol.UDP) {
            out.find(
                    "endpoint.udp",
                    endpoint.particulars().birth(),
                    "`" + endpoint.name() + "` is called by UDP, and Service Connect carries only TCP.",
                    "Make it in a namespace of address records, .dnsNamespace(…), or call it by TCP.");
        }
        if (isDns && endpoint.authority().isPresent()) {
            out.find(
                    "endpoint.encrypted",
                    endpoint.particulars().at("encrypted"),
                    "`" + endpoint.name() + "` is encrypted by its proxies, and nothing stands between a caller and an "
                            + "address record.",
                    "Make it in a namespace of Service Connect, .namespace(…), or let the programs encrypt by themselves.");
        }
        var isHttp = endpoint.port().application() != AppProtocol.ANY;
        if (endpoint.timeout().isPresent() && (isDns || !isHttp)) {
            out.find(
                    "endpoint.timeout",
                    endpoint.particulars().at("timeout"),
                    "`" + endpoint.name() + "` gives up requests after a time, and "
                            + (isDns
                                    ? "nothing stands between a caller and an address record."
                                    : "a TCP port has no requests."),
                    isDns
                            ? "Take .timeout(…) out."
                            : "Say what is spoken there, as in http(8080), or take .timeout(…) out.");
        }
    }

    private List<Service> offering() {
        var offering = new ArrayList<Service>();
        for (var service : out.estate().services()) {
            if (Offers.of(service, endpoint).isPresent()) {
                offering.add(service);
            }
        }
        return offering;
    }

    private void checkOffers(List<Service> offering) {
        var isNew = out.estate().current(endpoint.namespace()).locator().isEmpty();
        if (offering.isEmpty() && isNew) {
            out.find(Diagnostic.of(
                            RuleId.of("endpoint.unanswered"),
                            Severity.WARNING,
                            endpoint.particulars().birth(),
                            "`" + endpoint.name() + "` is an endpoint at which no service answers.")
                    .fix("Let a service answer: .offers(…)."));
        }
        if (offering.size() > 1 && areAllUnconditional(offering)) {
            var first = offering.get(0);
            var second = offering.get(1);
            var word = Offers.word(endpoint);
            out.find(Diagnostic.of(
                            RuleId.of("endpoint.answered-twice"),
                            Severity.ERROR,
                            second.particulars().at(word),
                            "`" + second.name() + "` and `" + first.name() + "` both answer at `" + endpoint.name()
                                    + "`, and a name stands for one service.")
                    .also("the other one answers here", first.particulars().at(word))
                    .fix("Give each its own endpoint."));
        }
    }

    /** A name in an environment that its service does not say it calls: it would be found, and would not be let in. */
    private void checkCalls(Service service) {
        if (doesCall(service) || Offers.of(service, endpoint).isPresent()) {
            return;
        }
        for (var container : service.task().containers()) {
            if (isMentioned(container)) {
                out.find(Diagnostic.of(
                                RuleId.of("endpoint.not-called"),
                                Severity.DANGER,
                                container.particulars().birth(),
                                "`" + container.name() + "` of `" + service.name() + "` is told where `"
                                        + endpoint.name() + "` is, and nothing lets it in there.")
                        .fix("Let the service say that it calls it: .calls(…)."));
            }
        }
    }

    private boolean doesCall(Service service) {
        for (var called : service.spec().calls()) {
            if (called.key().equals(endpoint.key())) {
                return true;
            }
        }
        return false;
    }

    private boolean isMentioned(Thing container) {
        for (var mentioned : out.estate().mentioned(container)) {
            if (mentioned.key().equals(endpoint.key())) {
                return true;
            }
        }
        return false;
    }

    /** Two services of which only one is ever made may share a name. */
    private static boolean areAllUnconditional(List<Service> services) {
        for (var service : services) {
            if (service.particulars().onlyIf().isPresent()) {
                return false;
            }
        }
        return true;
    }
}
