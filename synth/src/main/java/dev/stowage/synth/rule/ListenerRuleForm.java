package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbListenerRule.Action;
import dev.stowage.schema.resource.ElbListenerRule.FixedResponseConfig;
import dev.stowage.schema.resource.ElbListenerRule.ForwardConfig;
import dev.stowage.schema.resource.ElbListenerRule.HostHeaderConfig;
import dev.stowage.schema.resource.ElbListenerRule.HttpHeaderConfig;
import dev.stowage.schema.resource.ElbListenerRule.HttpRequestMethodConfig;
import dev.stowage.schema.resource.ElbListenerRule.PathPatternConfig;
import dev.stowage.schema.resource.ElbListenerRule.QueryStringConfig;
import dev.stowage.schema.resource.ElbListenerRule.RuleCondition;
import dev.stowage.schema.resource.ElbListenerRule.SourceIpConfig;
import dev.stowage.schema.semantics.StatusCodes;
import java.util.HashSet;
import java.util.List;

/** Rules about a listener rule by itself: its conditions, and what it does. */
final class ListenerRuleForm implements Family {

    static final Rule VALUES = Rule.of("listener-rule.values.too-many", Severity.ERROR);
    static final Rule PATH = Rule.of("listener-rule.path", Severity.ERROR);
    static final Rule LENGTH = Rule.of("listener-rule.value.length", Severity.ERROR);
    static final Rule NONE = Rule.of("listener-rule.conditions.none", Severity.ERROR);
    static final Rule TWICE = Rule.of("listener-rule.condition.twice", Severity.ERROR);
    static final Rule RESPONSE = Rule.of("listener-rule.response.status", Severity.ERROR);
    static final Rule WEIGHTS = Rule.of("listener-rule.weights", Severity.ERROR);

    private static final int MOST_VALUES = 5;
    private static final int LONGEST = 128;
    private static final int MOST_WEIGHT = 999;

    @Override
    public String judges() {
        return ElbListenerRule.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(VALUES, PATH, LENGTH, NONE, TWICE, RESPONSE, WEIGHTS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var view = subject.view(ElbListenerRule.EMPTY);
        if (rule == VALUES) {
            tooMany(view, findings);
        } else if (rule == NONE) {
            none(subject, view, findings);
        } else if (rule == TWICE) {
            twice(subject, view, findings);
        } else if (rule == RESPONSE || rule == WEIGHTS) {
            actions(rule, subject, view, findings);
        } else {
            var position = 0;
            for (var condition : view.conditions()) {
                each(rule, subject, condition, "Conditions/" + position++, findings);
            }
        }
    }

    private static void actions(Rule rule, Found subject, ElbListenerRule view, Findings findings) {
        var position = 0;
        for (var action : view.actions()) {
            var property = "Actions/" + position++ + "/";
            if (rule == RESPONSE) {
                response(subject, action, property, findings);
            } else {
                weights(subject, action, property, findings);
            }
        }
    }

    /** The values of a condition, whichever of the two forms it has. */
    static Items<Reading<String>> values(RuleCondition condition) {
        if (!condition.values().isAbsent()) {
            return condition.values();
        }
        return switch (condition.field().or("")) {
            case "path-pattern" ->
                condition.pathPatternConfig().or(PathPatternConfig.EMPTY).values();
            case "host-header" ->
                condition.hostHeaderConfig().or(HostHeaderConfig.EMPTY).values();
            case "http-header" ->
                condition.httpHeaderConfig().or(HttpHeaderConfig.EMPTY).values();
            case "http-request-method" ->
                condition
                        .httpRequestMethodConfig()
                        .or(HttpRequestMethodConfig.EMPTY)
                        .values();
            case "source-ip" ->
                condition.sourceIpConfig().or(SourceIpConfig.EMPTY).values();
            default -> Items.absent();
        };
    }

    /** The source addresses of a rule count as its other values do. */
    private static void tooMany(ElbListenerRule view, Findings findings) {
        var count = 0;
        for (var condition : view.conditions()) {
            count += values(condition).known().size();
            count += condition
                    .queryStringConfig()
                    .or(QueryStringConfig.EMPTY)
                    .values()
                    .known()
                    .size();
        }
        if (count > MOST_VALUES) {
            var fix =
                    findings.advice("Say fewer, or make two routes of it.", "Take some away, or make two rules of it.");
            var things = "values in one listener rule";
            findings.addCount("Conditions", "compares requests with", count, things, "a rule", MOST_VALUES, fix);
        }
    }

    private static void none(Found subject, ElbListenerRule view, Findings findings) {
        if (view.conditions().isComplete() && view.conditions().known().isEmpty()) {
            var message = "`" + subject.name() + "` has no condition, and a listener rule needs one.";
            findings.add(findings.fault("Conditions", message)
                    .fix("Add one, such as a path pattern `/*`, or make it the default action of the listener."));
        }
    }

    private static void twice(Found subject, ElbListenerRule view, Findings findings) {
        var fields = new HashSet<String>();
        var position = 0;
        for (var condition : view.conditions()) {
            var property = "Conditions/" + position++ + "/Field";
            var field = condition.field();
            var mayRepeat = field.is("http-header") || field.is("query-string");
            if (field.isKnown() && !mayRepeat && !fields.add(field.or(""))) {
                var message = "`" + subject.name() + "` has two conditions by " + field.or("")
                        + " in one listener rule, and a rule takes one.";
                findings.add(
                        findings.fault(property, field, message).fix("Write the values of both in one condition."),
                        field);
            }
        }
    }

    private static void each(Rule rule, Found subject, RuleCondition condition, String property, Findings findings) {
        for (var value : values(condition)) {
            var text = value.or("");
            var isPath = condition.field().is("path-pattern");
            if (rule == PATH && isPath && value.isKnown() && !text.startsWith("/") && !text.startsWith("*")) {
                var message = "`" + subject.name() + "` answers the path `" + text
                        + "`, and every path of a request begins with `/`, so that none is ever answered.";
                findings.add(findings.fault(property, value, message).fix("Write `/" + text + "`."), value);
            } else if (rule == LENGTH && value.isKnown() && text.length() > LONGEST) {
                var message = "`" + subject.name() + "` compares requests with a value of " + text.length()
                        + " characters, and a listener rule takes " + LONGEST + ".";
                findings.add(findings.fault(property, value, message).fix("Shorten it with `*`."), value);
            }
        }
    }

    private static void response(Found subject, Action action, String property, Findings findings) {
        var status = action.fixedResponseConfig().or(FixedResponseConfig.EMPTY).statusCode();
        var code = status.or("");
        if (status.isKnown()
                && !StatusCodes.isNumberWithin(code, 200, 299)
                && !StatusCodes.isNumberWithin(code, 400, 599)) {
            var message = "`" + subject.name() + "` answers with the status " + code
                    + ", and a fixed response has 2xx, 4xx or 5xx.";
            findings.add(
                    findings.fault(property + "FixedResponseConfig/StatusCode", status, message)
                            .fix("Write one of these, or use a redirect."),
                    status);
        }
    }

    private static void weights(Found subject, Action action, String property, Findings findings) {
        var groups = action.forwardConfig().or(ForwardConfig.EMPTY).targetGroups();
        var position = 0;
        for (var group : groups) {
            var where = property + "ForwardConfig/TargetGroups/" + position++ + "/Weight";
            var weight = group.weight();
            if (weight.isKnown() && (weight.or(0) < 0 || weight.or(0) > MOST_WEIGHT)) {
                var message = "`" + subject.name() + "` gives a target group the weight " + weight.or(0)
                        + ", and Elastic Load Balancing takes 0 to " + MOST_WEIGHT + ".";
                findings.add(findings.fault(where, weight, message).fix("Write a number from 0 to 999."), weight);
            }
        }
        var count = groups.known().size();
        if (groups.isComplete() && count > MOST_VALUES) {
            var where = property + "ForwardConfig/TargetGroups";
            findings.addCount(
                    where, "forwards to", count, "target groups", "an action", MOST_VALUES, "Take some away.");
        }
    }
}
