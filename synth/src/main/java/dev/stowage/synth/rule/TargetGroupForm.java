package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.resource.ElbTargetGroup.Matcher;
import dev.stowage.schema.semantics.StatusCodes;
import java.util.List;

/** Rules about a target group by itself: how its targets are asked, and its attributes. */
final class TargetGroupForm implements Family {

    static final Rule INCOMPLETE = Rule.of("target-group.incomplete", Severity.ERROR);
    static final Rule TIMEOUT = Rule.of("target-group.probe.timeout", Severity.ERROR);
    static final Rule PATH = Rule.of("target-group.probe.path", Severity.ERROR);
    static final Rule STATUSES = Rule.of("target-group.probe.statuses", Severity.ERROR);
    static final Rule PROTOCOL = Rule.of("target-group.probe.protocol", Severity.ERROR);
    static final Rule ATTRIBUTE = Rule.of("target-group.attribute.range", Severity.ERROR);

    /** Seven days, the most that a cookie lasts. */
    private static final int WEEK = 604_800;

    private static final int LONGEST_PATH = 1024;

    @Override
    public String judges() {
        return ElbTargetGroup.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(INCOMPLETE, TIMEOUT, PATH, STATUSES, PROTOCOL, ATTRIBUTE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var group = subject.view(ElbTargetGroup.EMPTY);
        if (rule == INCOMPLETE) {
            incomplete(subject, group, findings);
        } else if (rule == ATTRIBUTE) {
            attributes(subject, group, findings);
        } else if (group.healthCheckEnabled().orDefault(true).is(true)) {
            if (rule == TIMEOUT) {
                timeout(subject, group, findings);
            } else if (rule == PATH) {
                path(subject, group, findings);
            } else if (rule == STATUSES) {
                statuses(subject, group, findings);
            } else {
                protocol(subject, group, findings);
            }
        }
    }

    /** An Application Load Balancer has a default for what is not said; of others only what is said counts. */
    private static void timeout(Found subject, ElbTargetGroup group, Findings findings) {
        var interval = group.healthCheckIntervalSeconds();
        var timeout = group.healthCheckTimeoutSeconds();
        var isOfRequests = isOfRequests(group);
        var every = isOfRequests ? interval.orDefault(30) : interval;
        var within = isOfRequests ? timeout.orDefault(5) : timeout;
        var isLate = isOfRequests ? within.or(0) >= every.or(0) : within.or(0) > every.or(0);
        if (!every.isKnown() || !within.isKnown() || !isLate) {
            return;
        }
        var property = timeout.isWritten() ? "HealthCheckTimeoutSeconds" : "HealthCheckIntervalSeconds";
        var message = "`" + subject.name() + "` is asked for its health every " + every.or(0) + " s and given "
                + within.or(0) + " s to answer, and an answer must be there before the next question.";
        findings.add(
                findings.fault(property, timeout.isWritten() ? timeout : interval, message)
                        .fix(findings.advice(
                                "Write .within(…) with less than .every(…).",
                                "Set `HealthCheckTimeoutSeconds` below `HealthCheckIntervalSeconds`.")),
                every,
                within);
    }

    private static void incomplete(Found subject, ElbTargetGroup group, Findings findings) {
        var type = group.targetType().orDefault("instance");
        if (!type.is("instance") && !type.is("ip")) {
            return;
        }
        for (var property : new String[] {"Port", "Protocol", "VpcId"}) {
            if (!group.tree().has(property)) {
                var message = "`" + subject.name() + "` takes targets of type " + type.or("") + " and has no `"
                        + property + "`.";
                findings.add(findings.fault(property, message).fix("Set `" + property + "`."), type);
            }
        }
    }

    private static boolean isOfRequests(ElbTargetGroup group) {
        return group.protocol().is("HTTP") || group.protocol().is("HTTPS");
    }

    private static void path(Found subject, ElbTargetGroup group, Findings findings) {
        var path = group.healthCheckPath();
        var text = path.or("/");
        if (path.isKnown() && (!text.startsWith("/") || text.length() > LONGEST_PATH)) {
            var message = "`" + subject.name() + "` is asked for its health at `" + text
                    + "`, and a path begins with `/` and has 1 to " + LONGEST_PATH + " characters.";
            findings.add(findings.fault("HealthCheckPath", path, message).fix("Write `/" + text + "`."), path);
        }
    }

    private static void statuses(Found subject, ElbTargetGroup group, Findings findings) {
        var matcher = group.matcher().or(Matcher.EMPTY);
        if (matcher.httpCode().isKnown() && group.protocol().isKnown()) {
            var most = isOfRequests(group) ? 499 : 599;
            judge(subject, matcher.httpCode(), "Matcher/HttpCode", 200, most, findings);
        }
        if (matcher.grpcCode().isKnown()) {
            judge(subject, matcher.grpcCode(), "Matcher/GrpcCode", 0, 99, findings);
        }
    }

    private static void judge(
            Found subject, Reading<String> codes, String property, int least, int most, Findings findings) {
        if (!StatusCodes.areWithin(codes.or(""), least, most)) {
            var message = "`" + subject.name() + "` takes the answer `" + codes.or("")
                    + "` for a good one, and Elastic Load Balancing takes numbers from " + least + " to " + most
                    + ", one, several with commas, or a range.";
            findings.add(
                    findings.fault(property, codes, message)
                            .fix(
                                    least == 0
                                            ? "Write it like `0` or `0-12`."
                                            : "Write it like `200`, `200,302` or `200-299`."),
                    codes);
        }
    }

    private static void protocol(Found subject, ElbTargetGroup group, Findings findings) {
        var said = group.healthCheckProtocol();
        if (isOfRequests(group) && said.isKnown() && !said.is("HTTP") && !said.is("HTTPS")) {
            var message = "`" + subject.name() + "` is asked for its health by " + said.or("")
                    + ", and an Application Load Balancer asks by HTTP or HTTPS.";
            findings.add(
                    findings.fault("HealthCheckProtocol", said, message).fix("Write HTTP."), said, group.protocol());
        }
    }

    private static void attributes(Found subject, ElbTargetGroup group, Findings findings) {
        var position = 0;
        for (var attribute : group.targetGroupAttributes()) {
            var property = "TargetGroupAttributes/" + position++ + "/Value";
            switch (attribute.key().or("")) {
                case "deregistration_delay.timeout_seconds" ->
                    range(subject, "lets go of a target after", attribute.value(), 0, 3600, property, findings);
                case "stickiness.lb_cookie.duration_seconds", "stickiness.app_cookie.duration_seconds" ->
                    range(
                            subject,
                            "keeps a caller with one target for",
                            attribute.value(),
                            1,
                            WEEK,
                            property,
                            findings);
                case "slow_start.duration_seconds" -> {
                    if (!attribute.value().is("0")) {
                        range(subject, "warms up a target for", attribute.value(), 30, 900, property, findings);
                    }
                }
                default -> {}
            }
        }
    }

    private static void range(
            Found subject,
            String what,
            Reading<String> value,
            int least,
            int most,
            String property,
            Findings findings) {
        if (!value.isKnown() || StatusCodes.isNumberWithin(value.or(""), least, most)) {
            return;
        }
        var message = "`" + subject.name() + "` " + what + " " + value.or("") + " s, and Elastic Load Balancing takes "
                + least + " to " + most + " s.";
        findings.add(
                findings.fault(property, value, message).fix("Write a number from " + least + " to " + most + "."),
                value);
    }
}
