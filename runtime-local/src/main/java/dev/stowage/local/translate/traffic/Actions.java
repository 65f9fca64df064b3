package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbListenerRule.FixedResponseConfig;
import dev.stowage.schema.resource.ElbListenerRule.ForwardConfig;
import dev.stowage.schema.resource.ElbListenerRule.RedirectConfig;
import dev.stowage.schema.resource.ElbListenerRule.RewriteConfigObject;
import dev.stowage.schema.resource.ElbListenerRule.TargetGroupStickinessConfig;
import dev.stowage.schema.semantics.routing.RedirectUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the actions of a rule. Whoever is to prove who they are passes: no identity provider is asked. */
final class Actions {

    private static final int HOUR = 3600;

    private final Grounded from;
    private final Consumer<Diagnostic> findings;

    Actions(Grounded from, Consumer<Diagnostic> findings) {
        this.from = from;
        this.findings = findings;
    }

    /** What is done with a request in the end; 503 where nothing is said that can be read. */
    Action read(List<ElbListenerRule.Action> actions, List<Action.Rewrite> rewrites) {
        var last = actions.stream()
                .filter(Actions::ends)
                .max(Comparator.comparingInt(each -> each.order().or(1)));
        if (last.isEmpty()) {
            return new Action.Respond(503, "text/plain", "");
        }
        var action = last.get();
        return switch (action.type().or("")) {
            case "redirect" -> redirect(action.redirectConfig().or(RedirectConfig.EMPTY));
            case "fixed-response" -> respond(action.fixedResponseConfig().or(FixedResponseConfig.EMPTY));
            default -> forward(action, rewrites);
        };
    }

    private static boolean ends(ElbListenerRule.Action action) {
        return switch (action.type().or("")) {
            case "redirect", "fixed-response", "forward" -> true;
            default -> false;
        };
    }

    private static Action forward(ElbListenerRule.Action action, List<Action.Rewrite> rewrites) {
        var config = action.forwardConfig().or(ForwardConfig.EMPTY);
        var shares = new ArrayList<Action.Share>();
        for (var tuple : config.targetGroups()) {
            shares.add(new Action.Share(
                    tuple.targetGroupArn().or(""), tuple.weight().or(1)));
        }
        if (shares.isEmpty()) {
            shares.add(new Action.Share(action.targetGroupArn().or(""), 1));
        }
        var sticky = config.targetGroupStickinessConfig().or(TargetGroupStickinessConfig.EMPTY);
        var time = sticky.enabled().is(true)
                ? Optional.of(Duration.ofSeconds(sticky.durationSeconds().or(HOUR)))
                : Optional.<Duration>empty();
        return new Action.Forward(List.copyOf(shares), time, rewrites);
    }

    private static Action redirect(RedirectConfig config) {
        var same = RedirectUrl.SAME;
        var url = new RedirectUrl(
                config.protocol().or(same.protocol()),
                config.host().or(same.host()),
                config.port().or(same.port()),
                config.path().or(same.path()),
                config.query().or(same.query()));
        return new Action.Redirect(url, config.statusCode().is("HTTP_301") ? 301 : 302);
    }

    private static Action respond(FixedResponseConfig config) {
        var body = config.messageBody().or("");
        return new Action.Respond(
                number(config.statusCode()), config.contentType().or(body.isEmpty() ? "" : "text/plain"), body);
    }

    private static int number(Reading<String> text) {
        try {
            return Integer.parseInt(text.or("503"));
        } catch (NumberFormatException e) {
            return 503;
        }
    }

    /** What a rule changes in a request before it is sent on. */
    List<Action.Rewrite> rewrites(Items<ElbListenerRule.Transform> transforms) {
        var rewrites = new ArrayList<Action.Rewrite>();
        for (var transform : transforms) {
            var isHost = transform.type().is("host-header-rewrite");
            var config = isHost ? transform.hostHeaderRewriteConfig() : transform.urlRewriteConfig();
            for (var rewrite : config.or(RewriteConfigObject.EMPTY).rewrites()) {
                var expression = rewrite.regex().or("");
                try {
                    rewrites.add(new Action.Rewrite(
                            isHost,
                            Pattern.compile(expression),
                            rewrite.replace().or("")));
                } catch (PatternSyntaxException e) {
                    findings.accept(Gap.VALUE.at(
                            from.at("Transforms"),
                            "Rule `" + from.name() + "` rewrites what is like `" + expression
                                    + "`, which cannot be read: " + e.getDescription() + "."));
                }
            }
        }
        return List.copyOf(rewrites);
    }
}
