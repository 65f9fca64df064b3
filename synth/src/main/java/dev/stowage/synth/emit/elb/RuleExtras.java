package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.Jwt;
import dev.stowage.dsl.traffic.Rewrite;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbListenerRule.Action;
import dev.stowage.schema.resource.ElbListenerRule.JwtValidationActionAdditionalClaim;
import dev.stowage.schema.resource.ElbListenerRule.JwtValidationConfig;
import dev.stowage.schema.resource.ElbListenerRule.Transform;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the rule of a route does beside forwarding to its service: it asks who callers are, shares, and rewrites. */
final class RuleExtras {

    private static final int MOST = 10;

    /** What Elastic Load Balancing looks at in any case. */
    private static final Set<String> LOOKED_AT = Set.of("exp", "iss", "nbf", "iat");

    private final Service service;
    private final Routing routing;
    private final Emission out;

    private RuleExtras(Service service, Routing routing, Emission out) {
        this.service = service;
        this.routing = routing;
        this.out = out;
    }

    /** A rule with all that its route says. */
    static ElbListenerRule write(ElbListenerRule rule, Service service, Target target, Routing routing, Emission out) {
        var extras = new RuleExtras(service, routing, out);
        var result = rule.actions(extras.actions(target));
        var transforms = extras.transforms();
        return transforms.isEmpty() ? result : result.transforms(transforms);
    }

    private List<Action> actions(Target target) {
        var actions = new ArrayList<Action>(3);
        if (routing.login().isPresent()) {
            refuseShift("login");
            actions.add(LoginActions.of(service, routing, out).order(1));
        }
        if (routing.jwt().isPresent()) {
            refuseShift("jwt");
            actions.add(validated(routing.jwt().get()).order(actions.size() + 1));
        }
        var forward = routing.ownShare().isPresent() ? shared(target) : Routes.forward(service, target, routing, out);
        actions.add(actions.isEmpty() ? forward : forward.order(actions.size() + 1));
        if (routing.ownShare().isEmpty() && routing.shareStickiness().isPresent()) {
            out.find(
                    "route.share.alone",
                    at("stickyShare"),
                    "`" + service.name() + "` keeps callers of a route that it shares with nobody.",
                    "Say with whom: .share(90, old.weight(10)). To keep callers with one task, write .sticky(…).");
        }
        return actions;
    }

    private void refuseShift(String word) {
        if (Target.isWeighted(service)) {
            out.find(
                    "deployment.shift.login",
                    at(word),
                    "`" + service.name() + "` shifts its traffic, and ECS moves no rule that does more than forward.",
                    "Deploy it by rolling(), or let the service itself ask its callers who they are.");
        }
    }

    private Action shared(Target target) {
        var at = at("share");
        if (Target.hasAlternates(service)) {
            out.find(
                    "deployment.shift.share",
                    at,
                    "`" + service.name() + "` shifts its traffic between two target groups of its own, and its route "
                            + "gives a part of the requests to others.",
                    "Deploy it by rolling(), or leave .share(…) out.");
        }
        var forwards = Forwards.of("The route of `" + service.name() + "`", at, out)
                .add(out.ref(service, target.suffix(out)), routing.ownShare().orElseThrow())
                .add(routing.otherShares());
        Node config =
                forwards.config(routing.shareStickiness(), at("stickyShare")).tree();
        return Action.of().said(at).type("forward").forwardConfig(config);
    }

    private Action validated(Jwt token) {
        var at = at("jwt");
        var config = JwtValidationConfig.of().said(at).issuer(token.issuer()).jwksEndpoint(token.keys());
        if (!token.keys().startsWith("https://")) {
            out.find(
                    "route.jwt.keys",
                    at,
                    "`" + token.keys() + "` is where the keys of an issuer are, and a load balancer asks over HTTPS.",
                    "Write a URL that begins with https://.");
        }
        var claims =
                new ArrayList<JwtValidationActionAdditionalClaim>(token.claims().size());
        for (var claim : token.claims()) {
            claims.add(claim(token, claim));
        }
        if (claims.size() > MOST) {
            refuse(at, "looks at " + claims.size() + " claims of a token");
        }
        return Action.of()
                .said(at)
                .type("jwt-validation")
                .jwtValidationConfig(claims.isEmpty() ? config : config.additionalClaims(claims));
    }

    private JwtValidationActionAdditionalClaim claim(Jwt token, Jwt.Claim claim) {
        var at = Said.of("service", service.name(), "claim", token.lines().at("claim " + claim.name()));
        if (claim.values().size() > MOST) {
            refuse(at, "takes " + claim.values().size() + " values of the claim `" + claim.name() + "`");
        }
        if (LOOKED_AT.contains(claim.name())) {
            out.find(
                    "route.jwt.claim",
                    at,
                    "A route of `" + service.name() + "` wants the claim `" + claim.name()
                            + "`, which Elastic Load Balancing looks at in any case, and refuses here.",
                    "Leave the claim out.");
        }
        var values = new ArrayList<Node>(claim.values().size());
        for (var value : claim.values()) {
            values.add(TextNode.of(value));
        }
        return JwtValidationActionAdditionalClaim.of()
                .said(at)
                .name(claim.name())
                .format(claim.format().word())
                .values(ListNode.of(values));
    }

    private void refuse(Said at, String what) {
        out.find(
                "route.jwt.claim",
                at,
                "A route of `" + service.name() + "` " + what + ", and Elastic Load Balancing takes " + MOST + ".",
                "Leave some out.");
    }

    private List<Transform> transforms() {
        var transforms = new ArrayList<Transform>(2);
        if (routing.pathRewrite().isPresent()) {
            var at = at("rewritePath");
            transforms.add(Transform.of()
                    .said(at)
                    .type("url-rewrite")
                    .urlRewriteConfig(rewrite(routing.pathRewrite().get(), at)));
        }
        if (routing.hostRewrite().isPresent()) {
            var at = at("rewriteHost");
            transforms.add(Transform.of()
                    .said(at)
                    .type("host-header-rewrite")
                    .hostHeaderRewriteConfig(rewrite(routing.hostRewrite().get(), at)));
        }
        return transforms;
    }

    private static ElbListenerRule.RewriteConfigObject rewrite(Rewrite rewrite, Said at) {
        return ElbListenerRule.RewriteConfigObject.of()
                .said(at)
                .rewrites(ElbListenerRule.RewriteConfig.of()
                        .said(at)
                        .regex(rewrite.regex())
                        .replace(rewrite.replacement()));
    }

    private Said at(String word) {
        return Said.of("service", service.name(), word, routing.lines().at(word));
    }
}
