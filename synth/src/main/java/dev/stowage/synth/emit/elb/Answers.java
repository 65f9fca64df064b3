package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.traffic.Action;
import dev.stowage.dsl.traffic.Action.Forward;
import dev.stowage.dsl.traffic.Action.Redirect;
import dev.stowage.dsl.traffic.Action.Respond;
import dev.stowage.dsl.traffic.Answer;
import dev.stowage.dsl.traffic.WebListener;
import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import java.util.ArrayList;

/** What a listener does by itself: with requests that no rule takes, and with those that a rule of its own takes. */
final class Answers {

    private Answers() {}

    /** Adds the rules of a listener that lead to no service of this app. */
    static void emit(WebListener<?, ?> listener, Emission out) {
        for (var answer : listener.listening().answers()) {
            emit(listener, answer, out);
        }
    }

    private static void emit(WebListener<?, ?> listener, Answer answer, Emission out) {
        var at = at(listener, "answer", answer.lines().birth());
        var conditions = new ArrayList<ElbListenerRule.RuleCondition>();
        for (var match : answer.matches()) {
            conditions.add(Routes.condition(listener, match, out));
        }
        var action = action(listener, answer.action(), at, out);
        var properties = ElbListenerRule.of()
                .said(at)
                .listenerArn(ListenerEmitter.arn(listener, out))
                .conditions(conditions)
                .actions(ListNode.of((Node) action.tree()))
                .priority(out.priorities().of(answer));
        var suffix = "Rule" + Names.fingerprint(out.priorities().text(answer));
        out.add(Draft.of(listener, suffix, ElbListenerRule.TYPE, properties)
                .kind(Kind.LISTENER_RULE)
                .at(at));
    }

    /** An action, which listeners and their rules write alike. */
    static ElbListener.Action action(WebListener<?, ?> listener, Action action, Said at, Emission out) {
        if (action instanceof Redirect redirect) {
            return RedirectUrl.parse(redirect.url(), redirect.isPermanent(), at, out);
        }
        if (action instanceof Forward forward) {
            return forward(listener, forward, out);
        }
        var respond = (Respond) action;
        return ElbListener.Action.of()
                .said(at)
                .type("fixed-response")
                .fixedResponseConfig(ElbListener.FixedResponseConfig.of()
                        .contentType(respond.contentType())
                        .statusCode(String.valueOf(respond.status()))
                        .messageBody(respond.body()));
    }

    private static ElbListener.Action forward(WebListener<?, ?> listener, Forward forward, Emission out) {
        var at = at(listener, "forward", forward.lines().birth());
        var action = ElbListener.Action.of().said(at).type("forward");
        var shares = forward.shares();
        if (shares.size() == 1 && forward.stickiness().isEmpty()) {
            return action.targetGroupArn(Forwards.arn(shares.get(0).group(), out));
        }
        var stay = at(listener, "sticky", forward.lines().at("sticky"));
        return action.forwardConfig(Forwards.of("Listener `" + listener.name() + "`", at, out)
                .add(shares)
                .config(forward.stickiness(), stay));
    }

    private static Said at(WebListener<?, ?> listener, String word, CallSite site) {
        return Said.of("listener", listener.name(), word, site);
    }
}
