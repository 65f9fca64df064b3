package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.traffic.Match;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbListenerRule.RuleCondition;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** What else than a path, a host or an address a request must have for a rule of a listener. */
final class RareConditions {

    private RareConditions() {}

    /** A condition of a header, a query, a method or a regular expression. */
    static RuleCondition of(RuleCondition condition, Match match, List<Node> values) {
        return match.isRegex() ? regex(condition, match, ListNode.of(values)) : plain(condition, match, values);
    }

    private static RuleCondition plain(RuleCondition condition, Match match, List<Node> values) {
        var list = ListNode.of(values);
        if (match.field() == Match.Field.METHOD) {
            return condition
                    .field("http-request-method")
                    .httpRequestMethodConfig(
                            ElbListenerRule.HttpRequestMethodConfig.of().values(list));
        }
        return match.field() == Match.Field.QUERY
                ? condition.field("query-string").queryStringConfig(query(match, values))
                : condition
                        .field("http-header")
                        .httpHeaderConfig(ElbListenerRule.HttpHeaderConfig.of()
                                .httpHeaderName(match.name().orElseThrow())
                                .values(list));
    }

    private static RuleCondition regex(RuleCondition condition, Match match, ListNode list) {
        if (match.field() == Match.Field.PATH) {
            return condition
                    .field("path-pattern")
                    .pathPatternConfig(ElbListenerRule.PathPatternConfig.of().regexValues(list));
        }
        return match.field() == Match.Field.HOST
                ? condition
                        .field("host-header")
                        .hostHeaderConfig(ElbListenerRule.HostHeaderConfig.of().regexValues(list))
                : condition
                        .field("http-header")
                        .httpHeaderConfig(ElbListenerRule.HttpHeaderConfig.of()
                                .httpHeaderName(match.name().orElseThrow())
                                .regexValues(list));
    }

    private static ElbListenerRule.QueryStringConfig query(Match match, List<Node> values) {
        var pairs = new ArrayList<ElbListenerRule.QueryStringKeyValue>(values.size());
        for (var value : values) {
            var pair = ElbListenerRule.QueryStringKeyValue.of();
            pair = match.name().isPresent() ? pair.key(match.name().get()) : pair;
            pairs.add(pair.value(value));
        }
        return ElbListenerRule.QueryStringConfig.of().values(pairs);
    }
}
