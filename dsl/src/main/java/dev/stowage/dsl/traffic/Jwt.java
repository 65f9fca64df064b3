package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * The JSON web token that each request must carry as {@code Authorization: Bearer …}. The load balancer asks for the keys of
 * its issuer, and looks at the signature, at the times and at these claims; it answers others with 401.
 */
@ValueStyle
@Value.Immutable
public sealed interface Jwt permits ImmutableJwt {

    /**
     * A token of this issuer.
     *
     * @param issuer what the claim {@code iss} says, such as {@code https://login.example}
     * @param keys where the issuer shows its public keys, such as {@code https://login.example/.well-known/jwks.json}
     */
    static Jwt issuedBy(String issuer, String keys) {
        return ImmutableJwt.of(issuer, keys, Lines.here("issuedBy"));
    }

    /** Wants this claim, which is one text. */
    default Jwt claim(String name, String value) {
        return claim(name, Format.SINGLE, List.of(value));
    }

    /** Wants a claim that is a list with one of these values in it, such as {@code aud}. */
    default Jwt claimAmong(String name, String first, String... others) {
        return claim(name, Format.LIST, values(first, others));
    }

    /** Wants these scopes: the claim {@code scope} is one text, with blanks between its values. */
    default Jwt scope(String first, String... others) {
        return claim("scope", Format.WORDS, values(first, others));
    }

    private Jwt claim(String name, Format format, List<String> values) {
        var all = new ArrayList<>(claims());
        all.add(new Claim(name, format, values));
        return ImmutableJwt.copyOf(this).withClaims(all).withLines(lines().and("claim " + name));
    }

    private static List<String> values(String first, String... others) {
        var values = new ArrayList<String>(others.length + 1);
        values.add(first);
        values.addAll(List.of(others));
        return values;
    }

    /** Who issues it. */
    String issuer();

    /** Where its public keys are. */
    String keys();

    /** What it must say beside who issued it: ten claims at most. */
    List<Claim> claims();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /**
     * A claim that a token must have.
     *
     * @param name its name
     * @param format how a token writes it
     * @param values what it may be: ten values at most
     */
    record Claim(String name, Format format, List<String> values) {}

    /** How a token writes a claim. */
    enum Format {
        /** As one text. */
        SINGLE("single-string"),
        /** As a list of texts. */
        LIST("string-array"),
        /** As one text of words with blanks between them. */
        WORDS("space-separated-values");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        /** Its word in Elastic Load Balancing. */
        public String word() {
            return word;
        }
    }
}
