package dev.stowage.dsl.secret;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A secret in Secrets Manager or the parameter store. Its value never stands in a template or a log: ECS fetches it when a
 * task starts.
 */
@ValueStyle
@Value.Immutable
public sealed interface Secret extends Named<Secret> permits ImmutableSecret {

    /**
     * One that exists. By {@code arn} or {@code parameter}, its full Amazon resource name with the six characters that Secrets
     * Manager adds; by {@code ssm}, the path of a parameter of the parameter store.
     */
    static Secret existing(String name, Locator at) {
        return ImmutableSecret.of(Particulars.of("secret", name, "existing"), at);
    }

    /** One field of a secret that holds JSON. */
    default Secret field(String key) {
        return ImmutableSecret.copyOf(this)
                .withField(key)
                .withParticulars(particulars().said("field"));
    }

    @Override
    Particulars particulars();

    @Override
    default Secret particulars(Particulars particulars) {
        return ImmutableSecret.copyOf(this).withParticulars(particulars);
    }

    /** How it is found. */
    Locator locator();

    /** The field of its JSON that is meant. */
    Optional<String> field();
}
