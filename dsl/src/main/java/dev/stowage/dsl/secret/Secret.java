package dev.stowage.dsl.secret;

import dev.stowage.dsl.access.Grant;
import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Store;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Handed;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A secret in Secrets Manager or the parameter store. Its value never stands in a template or a log: ECS fetches it when a
 * task starts.
 */
@ValueStyle
@Value.Immutable
public sealed interface Secret extends Named<Secret>, Place, Store permits ImmutableSecret {

    /** A new one in Secrets Manager: 32 letters and digits that nobody has seen. It stays when its stack is deleted. */
    static Secret generated(String name) {
        return ImmutableSecret.of(Particulars.of("secret", name, "generated"));
    }

    /**
     * One that exists. By {@code arn} or {@code parameter}, its full Amazon resource name with the six characters that Secrets
     * Manager adds; by {@code ssm}, the path of a parameter of the parameter store.
     */
    static Secret existing(String name, Locator at) {
        return ImmutableSecret.of(Particulars.of("secret", name, "existing")).withLocator(at);
    }

    /** The login of a place that makes it by itself, such as a database: JSON with a {@code username} and a {@code password}. */
    static Secret keptBy(Place keeper, Optional<Key> encryption) {
        return ImmutableSecret.of(Particulars.of("secret", keeper.name() + "-login", "login"))
                .withKeeper(keeper)
                .withEncryption(encryption);
    }

    /** Holds JSON with this {@code username} and the generated {@code password}, for {@link #field} to tell apart. */
    default Secret user(String username) {
        return ImmutableSecret.copyOf(this)
                .withUsername(username)
                .withParticulars(particulars().said("user"));
    }

    /** One field of a secret that holds JSON. */
    default Secret field(String key) {
        return ImmutableSecret.copyOf(this)
                .withField(key)
                .withParticulars(particulars().said("field"));
    }

    /** Is encrypted with this key; of an existing one, says that it is, so that whoever reads it may decrypt it. */
    default Secret encryptedBy(Key key) {
        return ImmutableSecret.copyOf(this)
                .withEncryption(key)
                .withParticulars(particulars().said("encryptedBy"));
    }

    @Override
    Particulars particulars();

    @Override
    default Secret particulars(Particulars particulars) {
        return ImmutableSecret.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** The place that makes it; none where it is made or found by itself. */
    Optional<Place> keeper();

    @Override
    default Optional<Place> home() {
        return keeper();
    }

    /** The user name beside a generated password. */
    Optional<String> username();

    /** The field of its JSON that is meant. */
    Optional<String> field();

    /** The key that it is encrypted with. */
    Optional<Key> encryption();

    /** Whether it lies in the parameter store, not in Secrets Manager. */
    default boolean isParameter() {
        var at = locator().orElse(null);
        return at instanceof Handed handed && handed.by() == Handed.By.SSM
                || at instanceof Arn arn && arn.value().contains(":ssm:");
    }

    @Override
    default List<Grant> reading() {
        var grant = isParameter()
                ? Grant.on(this, "ssm:GetParameter", "ssm:GetParameters")
                : Grant.on(this, "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue");
        return encryption().isPresent() ? List.of(grant, encryption().get().decrypting()) : List.of(grant);
    }

    @Override
    default List<Grant> writing() {
        var grant = Grant.on(this, isParameter() ? "ssm:PutParameter" : "secretsmanager:PutSecretValue");
        return encryption().isPresent() ? List.of(grant, encryption().get().encrypting()) : List.of(grant);
    }
}
