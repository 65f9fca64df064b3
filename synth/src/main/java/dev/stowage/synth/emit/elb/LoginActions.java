package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.Login;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListenerRule.Action;
import dev.stowage.schema.resource.ElbListenerRule.AuthenticateCognitoConfig;
import dev.stowage.schema.resource.ElbListenerRule.AuthenticateOidcConfig;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Secrets;

/** What a rule does before it forwards: it sends callers who have not logged in to their provider. */
final class LoginActions {

    private LoginActions() {}

    static Action of(Service service, Routing routing, Emission out) {
        var login = routing.login().orElseThrow();
        var at = Said.of("service", service.name(), "login", routing.lines().at("login"));
        if (login instanceof Login.Cognito cognito) {
            return Action.of()
                    .type("authenticate-cognito")
                    .authenticateCognitoConfig(AuthenticateCognitoConfig.of()
                            .said(at)
                            .userPoolArn(out.locate(service, cognito.pool(), "String", "UserPool"))
                            .userPoolClientId(cognito.client())
                            .userPoolDomain(cognito.domain()));
        }
        var provider = (Login.OpenId) login;
        return Action.of()
                .type("authenticate-oidc")
                .authenticateOidcConfig(AuthenticateOidcConfig.of()
                        .said(at)
                        .issuer(provider.issuer())
                        .authorizationEndpoint(provider.authorization())
                        .tokenEndpoint(provider.token())
                        .userInfoEndpoint(provider.userInfo())
                        .clientId(provider.client())
                        .clientSecret(Secrets.resolved(provider.secret(), out)));
    }
}
