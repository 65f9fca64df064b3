package dev.stowage.synth.emit.secretsmanager;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.resource.SecretsManagerSecret;
import dev.stowage.schema.resource.SecretsManagerSecret.GenerateSecretString;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Arns;

/** A secret whose value Secrets Manager makes up. */
public final class SecretEmitter {

    private static final int LENGTH = 32;

    private SecretEmitter() {}

    /** Adds a secret. */
    public static void emit(Secret secret, Emission out) {
        if (secret.keeper().isPresent()) {
            return; // whoever keeps it makes it
        }
        var particulars = secret.particulars();
        var generated = GenerateSecretString.of()
                .said(particulars.birth())
                .passwordLength(LENGTH)
                .excludePunctuation(true);
        if (secret.username().isPresent()) {
            generated = generated
                    .said(particulars.at("user"))
                    .secretStringTemplate("{\"username\":\"" + secret.username().get() + "\"}")
                    .generateStringKey("password");
        }
        var properties = SecretsManagerSecret.of().said(particulars.birth()).generateSecretString(generated);
        if (secret.encryption().isPresent()) {
            properties = properties
                    .said(particulars.at("encryptedBy"))
                    .kmsKeyId(Arns.of(secret.encryption().get(), "", out));
        }
        out.add(Draft.of(secret, "Secret", SecretsManagerSecret.TYPE, properties)
                .kind(Kind.SECRET)
                .retained());
    }
}
