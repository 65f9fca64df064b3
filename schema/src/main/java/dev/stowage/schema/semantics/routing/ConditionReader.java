package dev.stowage.schema.semantics.routing;

import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListenerRule.HostHeaderConfig;
import dev.stowage.schema.resource.ElbListenerRule.HttpHeaderConfig;
import dev.stowage.schema.resource.ElbListenerRule.HttpRequestMethodConfig;
import dev.stowage.schema.resource.ElbListenerRule.PathPatternConfig;
import dev.stowage.schema.resource.ElbListenerRule.QueryStringConfig;
import dev.stowage.schema.resource.ElbListenerRule.RuleCondition;
import dev.stowage.schema.resource.ElbListenerRule.SourceIpConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;

/** The condition that the properties of a listener rule say, as far as they are known. */
public final class ConditionReader {

    private final RuleCondition condition;
    private final Consumer<String> faults;

    private ConditionReader(RuleCondition condition, Consumer<String> faults) {
        this.condition = condition;
        this.faults = faults;
    }

    /**
     * The condition.
     *
     * @param faults is told what cannot be read, each as the end of a sentence that began with the rule; a condition on
     *     something that listeners do not know takes no request
     */
    public static RequestCondition read(RuleCondition condition, Consumer<String> faults) {
        return new ConditionReader(condition, faults).read();
    }

    private RequestCondition read() {
        return switch (condition.field().or("")) {
            case "host-header" -> {
                var config = condition.hostHeaderConfig().or(HostHeaderConfig.EMPTY);
                yield new RequestCondition.HostHeader(patterns(config.values(), config.regexValues()));
            }
            case "path-pattern" -> {
                var config = condition.pathPatternConfig().or(PathPatternConfig.EMPTY);
                yield new RequestCondition.PathPattern(patterns(config.values(), config.regexValues()));
            }
            case "http-header" -> {
                var config = condition.httpHeaderConfig().or(HttpHeaderConfig.EMPTY);
                var name = config.httpHeaderName().or("");
                yield new RequestCondition.HttpHeader(name, patterns(config.values(), config.regexValues()));
            }
            case "http-request-method" ->
                new RequestCondition.RequestMethod(texts(condition
                        .httpRequestMethodConfig()
                        .or(HttpRequestMethodConfig.EMPTY)
                        .values()));
            case "query-string" -> query(condition.queryStringConfig().or(QueryStringConfig.EMPTY));
            case "source-ip" -> source(condition.sourceIpConfig().or(SourceIpConfig.EMPTY));
            default -> none();
        };
    }

    /** What nobody can be. */
    private RequestCondition none() {
        faults.accept("has a condition on `" + condition.field().or("") + "`, which listeners do not know");
        return new RequestCondition.RequestMethod(List.of());
    }

    /** Values stand in the configuration of the field, or, as they once did, beside it. */
    private List<TextPattern> patterns(Items<Reading<String>> values, Items<Reading<String>> expressions) {
        var patterns = new ArrayList<TextPattern>();
        wild(values, patterns);
        wild(condition.values(), patterns);
        regex(expressions, patterns);
        regex(condition.regexValues(), patterns);
        return patterns;
    }

    private static void wild(Items<Reading<String>> values, List<TextPattern> into) {
        for (var text : texts(values)) {
            into.add(TextPattern.wildcard(text));
        }
    }

    private void regex(Items<Reading<String>> expressions, List<TextPattern> into) {
        for (var expression : texts(expressions)) {
            try {
                into.add(TextPattern.regex(expression));
            } catch (PatternSyntaxException e) {
                faults.accept(
                        "has the regular expression `" + expression + "`, which cannot be read: " + e.getDescription());
            }
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
            var range = AddressRange.parse(text);
            if (range.isPresent()) {
                ranges.add(range.get());
            } else {
                faults.accept("is for callers at `" + text + "`, and ranges look like 10.0.0.0/8");
            }
        }
        return new RequestCondition.SourceIp(ranges);
    }

    private static List<String> texts(Items<Reading<String>> items) {
        var texts = new ArrayList<String>();
        for (var item : items) {
            if (item.isKnown()) {
                texts.add(item.or(""));
            }
        }
        return texts;
    }
}
