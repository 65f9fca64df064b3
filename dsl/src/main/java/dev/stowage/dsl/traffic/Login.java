package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/**
 * How callers prove who they are before a load balancer lets them through; those who have not are sent to log in. The
 * provider must know the address {@code https://<host>/oauth2/idpresponse} as one that it may send callers back to.
 */
public sealed interface Login {

    /**
     * With a Cognito user pool.
     *
     * @param pool the pool, by its name as a resource
     * @param client the id of the client that the load balancer is to the pool; it must have a secret
     * @param domain the prefix or the whole name of the pool's domain
     */
    static Login cognito(Locator pool, String client, String domain) {
        return ImmutableCognito.of(pool, client, domain, Lines.here("cognito"));
    }

    /**
     * With any OpenID Connect provider.
     *
     * @param issuer its URL, such as {@code https://login.example}
     * @param client the id of the client that the load balancer is to it
     * @param secret the client's secret, in Secrets Manager
     */
    static Issuer openId(String issuer, String client, Secret secret) {
        return new Issuer(issuer, client, secret, Lines.here("openId"));
    }

    /** Where its words were said. */
    Lines lines();

    /** An OpenID Connect provider that still wants its addresses. Nothing is looked up, so that they have to be said. */
    final class Issuer {

        private final String issuer;
        private final String client;
        private final Secret secret;
        private final Lines lines;

        private Issuer(String issuer, String client, Secret secret, Lines lines) {
            this.issuer = issuer;
            this.client = client;
            this.secret = secret;
            this.lines = lines;
        }

        /** The URLs at which it asks callers who they are, gives tokens, and tells about users. */
        public Login endpoints(String authorization, String token, String userInfo) {
            return ImmutableOpenId.of(issuer, client, secret, authorization, token, userInfo, lines.and("endpoints"));
        }
    }

    /** A Cognito user pool. */
    @ValueStyle
    @Value.Immutable
    sealed interface Cognito extends Login permits ImmutableCognito {

        /** The pool. */
        Locator pool();

        /** The id of the client. */
        String client();

        /** The domain of the pool. */
        String domain();

        @Override
        @Value.Auxiliary
        Lines lines();
    }

    /** An OpenID Connect provider. */
    @ValueStyle
    @Value.Immutable
    sealed interface OpenId extends Login permits ImmutableOpenId {

        /** Its URL. */
        String issuer();

        /** The id of the client. */
        String client();

        /** The secret of the client. */
        Secret secret();

        /** Where callers log in. */
        String authorization();

        /** Where tokens come from. */
        String token();

        /** Where it tells about users. */
        String userInfo();

        @Override
        @Value.Auxiliary
        Lines lines();
    }
}
