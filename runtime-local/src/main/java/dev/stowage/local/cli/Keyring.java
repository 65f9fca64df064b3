package dev.stowage.local.cli;

import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.endpoint.Profiles;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.time.Instant;
import java.util.Optional;

/**
 * What tasks get for their roles: nothing, made-up keys, or those of a profile of the user.
 *
 * @param word empty for nothing, {@value #DUMMY}, or {@value #PROFILE} and the name of a profile; no secret is in it
 */
record Keyring(String word) {

    private static final String DUMMY = "dummy";
    private static final String PROFILE = "profile ";
    private static final String PROFILE_OPTION = "--profile";
    private static final String DUMMY_OPTION = "--dummy-credentials";

    /** The options by which a command takes it. */
    static Syntax options(Syntax syntax) {
        return syntax.option(
                        PROFILE_OPTION, "NAME", "tasks with a role get the keys of that profile of ~/.aws/credentials")
                .flag(DUMMY_OPTION, "tasks with a role get made-up keys, for emulators of AWS");
    }

    /** What the arguments say. */
    static Keyring of(Invocation call) {
        var profile = call.arguments().value(PROFILE_OPTION);
        var isDummy = call.arguments().has(DUMMY_OPTION);
        if (profile.isPresent() && isDummy) {
            throw CommandFault.usage("`" + PROFILE_OPTION + "` and `" + DUMMY_OPTION + "` exclude each other.");
        }
        profile.ifPresent(Keyring::look);
        return new Keyring(profile.map(name -> PROFILE + name).orElse(isDummy ? DUMMY : ""));
    }

    private static void look(String profile) {
        if (profiles().keys(profile, Instant.now()).isEmpty()) {
            throw CommandFault.missing("There are no keys of a profile `" + profile + "` in "
                    + profiles().file()
                    + ". `aws configure export-credentials --profile " + profile
                    + "` prints those of a profile that signs in another way; put them there.");
        }
    }

    /** What {@link #word} was once. */
    static Keyring read(String word) {
        return new Keyring(word);
    }

    private static Profiles profiles() {
        return Profiles.ofUser(name -> Optional.ofNullable(System.getenv(name)));
    }

    /** For the endpoint that tasks ask. */
    Credentials credentials() {
        if (word.equals(DUMMY)) {
            return Credentials.madeUp();
        }
        var profile = word.startsWith(PROFILE) ? word.substring(PROFILE.length()) : "";
        return profile.isEmpty() ? Credentials.NONE : role -> profiles().keys(profile, Instant.now());
    }
}
