package dev.stowage.local.translate.traffic;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListenerRule.HostHeaderConfig;
import dev.stowage.schema.resource.ElbListenerRule.HttpHeaderConfig;
import dev.stowage.schema.resource.ElbListenerRule.HttpRequestMethodConfig;
import dev.stowage.schema.resource.ElbListenerRule.PathPatternConfig;
import dev.stowage.schema.resource.ElbListenerRule.QueryStringConfig;
import dev.stowage.schema.resource.ElbListenerRule.RuleCondition;
import dev.stowage.schema.resource.ElbListenerRule.SourceIpConfig;
import dev.stowage.schema.semantics.routing.AddressRange;
import dev.stowage.schema.semantics.routing.RequestCondition;
import dev.stowage.schema.semantics.routing.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;

/** Reads the conditions of a rule. */
final class Conditions {

    private final Grounded rule;
    private final Consumer<Diagnostic> findings;

    Conditions(Grounded rule, Consumer<Diagnostic> findings) {
        this.rule = rule;
        this.findings = findings;
    }

    RequestCondition read(RuleCondition condition) {
        return switch (condition.field().or("")) {
            case "host-header" -> {
                var config = condition.hostHeaderConfig().or(HostHeaderConfig.EMPTY);
                yield new RequestCondition.HostHeader(patterns(config.values(), config.regexValues(), condition));
            }
            case "path-pattern" -> {
                var config = condition.pathPatternConfig().or(PathPatternConfig.EMPTY);
                yield new RequestCondition.PathPattern(patterns(config.values(), config.regexValues(), condition));
            }
            case "http-header" -> {
                var config = condition.httpHeaderConfig().or(HttpHeaderConfig.EMPTY);
                yield new RequestCondition.HttpHeader(
                        config.httpHeaderName().or(""), patterns(config.values(), config.regexValues(), condition));
            }
            case "http-request-method" ->
                new RequestCondition.RequestMethod(texts(condition
                        .httpRequestMethodConfig()
                        .or(HttpRequestMethodConfig.EMPTY)
                        .values()));
            case "query-string" -> query(condition.queryStringConfig().or(QueryStringConfig.EMPTY));
            case "source-ip" -> source(condition.sourceIpConfig().or(SourceIpConfig.EMPTY));
            default -> none(condition);
        };
    }

    /** What nobody can be: a rule with a condition that cannot be read takes no request. */
    private RequestCondition none(RuleCondition condition) {
        tell("has a condition on `" + condition.field().or("") + "`, which listeners do not know");
        return new RequestCondition.RequestMethod(List.of());
    }

    /** Values stand in the configuration of the field, or, as they once did, beside it. */
    private List<TextPattern> patterns(
            Items<Reading<String>> values, Items<Reading<String>> expressions, RuleCondition condition) {
        var patterns = new ArrayList<TextPattern>();
        texts(values).forEach(each -> patterns.add(TextPattern.wildcard(each)));
        texts(condition.values()).forEach(each -> patterns.add(TextPattern.wildcard(each)));
        texts(expressions).forEach(each -> regex(each, patterns));
        texts(condition.regexValues()).forEach(each -> regex(each, patterns));
        return patterns;
    }

    private void regex(String expression, List<TextPattern> patterns) {
        try {
            patterns.add(TextPattern.regex(expression));
        } catch (PatternSyntaxException e) {
            tell("has the regular expression `" + expression + "`, which cannot be read: " + e.getDescription());
        }
    }

    private static RequestCondition query(QueryStringConfig config) {
        var pairs = new ArrayList<RequestCondition.QueryString.Pair>();
        for (var pair : config.values()) {
            pairs.add(new RequestCondition.QueryString.Pair(
                    pair.key().or(""), pair.value().or("")));
        }
        return new RequestCondition.QueryString(pairs);
    }

    private RequestCondition source(SourceIpConfig config) {
        var ranges = new ArrayList<AddressRange>();
        for (var text : texts(config.values())) {
            AddressRange.parse(text)
                    .ifPresentOrElse(
                            ranges::add,
                            () -> tell("is for callers at `" + text + "`, and ranges look like 10.0.0.0/8"));
        }
        return new RequestCondition.SourceIp(ranges);
    }

    private void tell(String what) {
        findings.accept(Gap.VALUE.at(rule.at("Conditions"), "Rule `" + rule.name() + "` " + what + "."));
    }

    static List<String> texts(Items<Reading<String>> items) {
        var texts = new ArrayList<String>();
        for (var item : items) {
            item.known().ifPresent(texts::add);
        }
        return texts;
    }
}
