package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.Protocol;
import dev.stowage.dsl.traffic.AnyBalancer;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;

/** What is told about routes that lead to no port of their service. */
final class LostRoutes {

    private LostRoutes() {}

    /** No container listens at the port of a route, or at any. */
    static Diagnostic portAbsent(Service service, Routing routing, Protocol protocol) {
        var wanted = routing.port();
        if (wanted.isEmpty()) {
            return error(
                            "route.task.without-port",
                            at(service, routing),
                            "`" + service.name()
                                    + "` is behind a route, and no container of its task listens at a port for "
                                    + protocol + ".")
                    .fix("Give the container that answers its port: .port(" + protocol.word() + "(8080)).");
        }
        var number = wanted.get().number();
        return error(
                        "route.port.absent",
                        Said.of("service", service.name(), "to", routing.lines().at("to")),
                        "`" + service.name() + "` is reached at port " + number
                                + ", and no container of its task listens there for " + protocol + ".")
                .fix("Lead the route to a port of the task, or give a container .port(" + protocol.word() + "(" + number
                        + ")).");
    }

    /** What is called by TCP and UDP listens for TCP alone. */
    static Diagnostic onlyTcp(Service service, Routing routing, AnyContainer container, Port tcp) {
        return error(
                        "route.port.absent",
                        at(service, routing),
                        "`" + service.name() + "` is reached at port " + tcp.number()
                                + " by TCP and UDP, and container `" + container.name()
                                + "` listens there for TCP only.")
                .fix("Give it .port(udp(" + tcp.number() + ")), too, or take a route for TCP.");
    }

    /** New tasks are shown at a load balancer that the service is not behind. */
    static Diagnostic previewElsewhere(Service service, Routing preview, AnyBalancer balancer) {
        return error(
                        "deployment.preview.elsewhere",
                        Said.of(
                                "service",
                                service.name(),
                                "preview",
                                preview.lines().birth()),
                        "`" + service.name() + "` shows its new tasks at load balancer `" + balancer.name()
                                + "`, where no route leads to it.")
                .fix("Take the route of a listener of the load balancer that the service is behind.");
    }

    private static Said at(Service service, Routing routing) {
        return Said.of("service", service.name(), "behind", routing.lines().birth());
    }

    private static Diagnostic error(String rule, Said at, String message) {
        return Diagnostic.of(RuleId.of(rule), Severity.ERROR, at, message);
    }
}
