package dev.stowage.local.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where the credentials of a task's role come from. */
@FunctionalInterface
public interface Credentials {

    /** Nobody has any: a task that asks is told that they are not there. */
    Credentials NONE = role -> Optional.empty();

    /** What a container of that role is given; empty where there is nothing. */
    Optional<Keys> of(String role);

    /** Why there was nothing when it was asked last; what to do. No secret is in it. */
    default String why() {
        return "Stowage gives tasks no credentials; `local up --profile NAME` gives them those of a profile.";
    }

    /** Made-up keys for everyone, for emulators of AWS that want some and check none. */
    static Credentials madeUp() {
        return role -> Optional.of(Keys.madeUp());
    }

    /**
     * Keys of AWS.
     *
     * @param id the access key
     * @param secret the secret key
     * @param token the session token; empty for keys that last
     * @param expires until when they count
     */
    record Keys(String id, String secret, Optional<String> token, Instant expires) {

        private static final Duration AN_HOUR = Duration.ofHours(1);
        private static final Instant NEVER = Instant.parse("2099-12-31T23:59:59Z");

        /** Keys that open nothing. */
        static Keys madeUp() {
            return new Keys("ASIALOCAL00000000000", "local", Optional.of("local"), NEVER);
        }

        /** Keys that last. */
        static Keys lasting(String id, String secret, Optional<String> token) {
            return new Keys(id, secret, token, NEVER);
        }

        /** Keys of a session of which nobody says when it ends: they are to be asked for again after an hour. */
        static Keys passing(String id, String secret, Optional<String> token, Instant now) {
            return new Keys(id, secret, token, now.plus(AN_HOUR));
        }

        /** Without the secret and the token. */
        @Override
        public String toString() {
            return "Keys[" + id + "]";
        }
    }
}
