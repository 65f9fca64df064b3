package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbListenerRule.HttpHeaderConfig;
import dev.stowage.schema.resource.ElbListenerRule.RedirectConfig;
import dev.stowage.schema.resource.ElbListenerRule.RuleCondition;
import dev.stowage.schema.semantics.routing.AddressRange;
import java.util.List;

/** Rules about what a listener rule compares and where it redirects: {@code listener-rule.value.form}, {@code .redirect}. */
final class ListenerRuleValues implements Family {

    static final Rule FORM = Rule.of("listener-rule.value.form", Severity.ERROR);
    static final Rule REDIRECT = Rule.of("listener-rule.redirect", Severity.ERROR);

    /** Elastic Load Balancing API reference, HttpHeaderConditionConfig and HttpRequestMethodConditionConfig. */
    private static final int LONGEST_NAME = 40;

    private static final String NOBODY = "255.255.255.255/32";

    @Override
    public String judges() {
        return ElbListenerRule.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(FORM, REDIRECT);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var view = subject.view(ElbListenerRule.EMPTY);
        var position = 0;
        if (rule == FORM) {
            for (var condition : view.conditions()) {
                form(subject, condition, "Conditions/" + position++, findings);
            }
            return;
        }
        for (var action : view.actions()) {
            var property = "Actions/" + position++ + "/RedirectConfig";
            if (action.type().is("redirect") && action.redirectConfig().isKnown()) {
                redirect(subject, action.redirectConfig().or(RedirectConfig.EMPTY), property, findings);
            }
        }
    }

    private static void form(Found subject, RuleCondition condition, String property, Findings findings) {
        var header = condition.httpHeaderConfig().or(HttpHeaderConfig.EMPTY).httpHeaderName();
        if (header.isKnown() && !isHeader(header.or(""))) {
            tell(subject, header, property, "and the name of a header has up to 40 letters and is not Host", findings);
        }
        for (var value : values(condition)) {
            var wanted = value.isKnown() ? wanted(condition, value.or("")) : "";
            if (!wanted.isEmpty()) {
                tell(subject, value, property, wanted, findings);
            }
        }
    }

    /** The values that have a form of their own. */
    private static Items<Reading<String>> values(RuleCondition condition) {
        return switch (condition.field().or("")) {
            case "host-header", "http-request-method", "source-ip" -> ListenerRuleForm.values(condition);
            default -> Items.absent();
        };
    }

    /** What a value should be like, as the end of a sentence; empty where it is so. */
    private static String wanted(RuleCondition condition, String value) {
        if (condition.field().is("host-header")) {
            return isHost(value) ? "" : "and a host has a dot and neither a slash, a colon nor a blank";
        }
        if (condition.field().is("source-ip")) {
            return isSource(value) ? "" : "and callers are meant by a block such as `10.0.0.0/8`";
        }
        return isMethod(value) ? "" : "and a method is written in capitals";
    }

    private static void tell(Found subject, Reading<String> value, String property, String wanted, Findings findings) {
        var message = "`" + subject.name() + "` compares requests with `" + value.or("") + "`, " + wanted + ".";
        findings.add(findings.fault(property, value, message).fix("Write it so."), value);
    }

    private static boolean isHeader(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && !name.equalsIgnoreCase("Host");
    }

    /** A wildcard may stand for the dot. */
    private static boolean isHost(String host) {
        return (host.indexOf('.') >= 0 || host.indexOf('*') >= 0)
                && host.indexOf('/') < 0
                && host.indexOf(':') < 0
                && host.indexOf(' ') < 0;
    }

    private static boolean isMethod(String method) {
        for (var i = 0; i < method.length(); i++) {
            var c = method.charAt(i);
            if ((c < 'A' || c > 'Z') && c != '-' && c != '_') {
                return false;
            }
        }
        return !method.isEmpty() && method.length() <= LONGEST_NAME;
    }

    private static boolean isSource(String source) {
        return source.indexOf('/') >= 0
                && !source.equals(NOBODY)
                && AddressRange.parse(source).isPresent();
    }

    private static void redirect(Found subject, RedirectConfig to, String property, Findings findings) {
        var path = to.path();
        if (path.isKnown() && !path.or("").startsWith("/")) {
            var message = "`" + subject.name() + "` sends callers to the path `" + path.or("")
                    + "`, and a path begins with" + " `/`.";
            findings.add(findings.fault(property + "/Path", path, message).fix("Write `/" + path.or("") + "`."), path);
        }
        circle(subject, to, property, findings);
        downgrade(subject, to, property, findings);
    }

    private static void circle(Found subject, RedirectConfig to, String property, Findings findings) {
        if (isSame(to.protocol(), "#{protocol}")
                && isSame(to.host(), "#{host}")
                && isSame(to.port(), "#{port}")
                && isSame(to.path(), "/#{path}")
                && isSame(to.query(), "#{query}")) {
            var message = "`" + subject.name() + "` sends callers back to where they come from, for ever.";
            findings.add(
                    findings.fault(property, message)
                            .fix("Let the protocol, host, port, path or query be another one."),
                    to.protocol(),
                    to.host(),
                    to.port(),
                    to.path());
        }
    }

    private static void downgrade(Found subject, RedirectConfig to, String property, Findings findings) {
        var listening = subject.follow("ListenerArn") instanceof Target.Held held && held.is(ElbListener.TYPE)
                ? held.found().view(ElbListener.EMPTY).protocol()
                : Reading.<String>absent();
        if (to.protocol().is("HTTP") && listening.is("HTTPS")) {
            var message =
                    "`" + subject.name() + "` sends callers from HTTPS to HTTP, which Elastic Load Balancing refuses.";
            findings.add(
                    findings.fault(property + "/Protocol", to.protocol(), message)
                            .fix("Write HTTPS."),
                    to.protocol(),
                    listening);
        }
    }

    private static boolean isSame(Reading<String> part, String asItIs) {
        return part.isAbsent() || part.is(asItIs);
    }
}
