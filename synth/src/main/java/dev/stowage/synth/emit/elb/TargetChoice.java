package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbTargetGroup.TargetGroupAttribute;
import dev.stowage.synth.emit.Emission;
import java.util.List;

/** Which task of a target group answers: attributes of the group beyond those that every group has. */
final class TargetChoice {

    private static final int SHORTEST_START = 30;
    private static final int LONGEST_START = 900;

    private final Service service;
    private final Routing routing;
    private final Emission out;

    private TargetChoice(Service service, Routing routing, Emission out) {
        this.service = service;
        this.routing = routing;
        this.out = out;
    }

    static TargetChoice of(Service service, Routing routing, Emission out) {
        return new TargetChoice(service, routing, out);
    }

    /** Adds the attributes that the route asks for. */
    void add(List<TargetGroupAttribute> attributes) {
        if (routing.stickiness().isPresent()) {
            stickiness(attributes);
        }
        if (routing.slowStart().isPresent()) {
            slowStart(attributes);
        }
        if (routing.algorithm().isPresent()) {
            var algorithm = routing.algorithm().get();
            var word = algorithm.equals("weighted_random") ? "weightedRandom" : "leastOutstanding";
            attributes.add(attribute(word, "load_balancing.algorithm.type", algorithm));
            if (word.equals("weightedRandom")) {
                attributes.add(attribute(word, "load_balancing.algorithm.anomaly_mitigation", "on"));
            }
        }
        if (routing.proxyProtocol()) {
            attributes.add(attribute("proxyProtocol", "proxy_protocol_v2.enabled", "true"));
        }
    }

    private void stickiness(List<TargetGroupAttribute> attributes) {
        attributes.add(attribute("sticky", "stickiness.enabled", "true"));
        if (routing.isPort()) {
            attributes.add(attribute("sticky", "stickiness.type", "source_ip"));
            return;
        }
        var seconds = String.valueOf(out.seconds(routing.stickiness().orElseThrow(), at("sticky")));
        var type = routing.cookie().isPresent() ? "app_cookie" : "lb_cookie";
        attributes.add(attribute("sticky", "stickiness.type", type));
        attributes.add(attribute("sticky", "stickiness." + type + ".duration_seconds", seconds));
        if (routing.cookie().isPresent()) {
            attributes.add(attribute(
                    "sticky",
                    "stickiness.app_cookie.cookie_name",
                    routing.cookie().get()));
        }
    }

    private void slowStart(List<TargetGroupAttribute> attributes) {
        var seconds = out.seconds(routing.slowStart().orElseThrow(), at("slowStart"));
        attributes.add(attribute("slowStart", "slow_start.duration_seconds", String.valueOf(seconds)));
        if (seconds < SHORTEST_START || seconds > LONGEST_START) {
            out.find(
                    "route.slow-start",
                    at("slowStart"),
                    "A route of `" + service.name() + "` starts tasks slowly over " + seconds
                            + " s, and Elastic Load Balancing takes 30 to 900 s.",
                    "Write .slowStart(ofSeconds(60)).");
        } else if (routing.algorithm().isPresent()) {
            out.find(
                    "route.slow-start",
                    at("slowStart"),
                    "A route of `" + service.name()
                            + "` starts tasks slowly, which Elastic Load Balancing does only where "
                            + "each task gets requests in turn.",
                    "Leave one of the two words out.");
        }
    }

    private TargetGroupAttribute attribute(String word, String key, String value) {
        return TargetGroupAttribute.of().said(at(word)).key(key).value(value);
    }

    private Said at(String word) {
        return Said.of("service", service.name(), word, routing.lines().at(word));
    }
}
