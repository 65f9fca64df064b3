package dev.stowage.local.cli;

import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.endpoint.ProfileCredentials;
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
                        PROFILE_OPTION,
                        "NAME",
                        "tasks with a role get the keys of that profile of yours; where it holds none, `aws` gets them")
                .flag(DUMMY_OPTION, "tasks with a role get made-up keys, for emulators of AWS");
    }

    /** What the arguments say. */
    static Keyring of(Invocation call) {
        var profile = call.arguments().value(PROFILE_OPTION);
        var isDummy = call.arguments().has(DUMMY_OPTION);
        if (profile.isPresent() && isDummy) {
            throw CommandFault.usage("`" + PROFILE_OPTION + "` and `" + DUMMY_OPTION + "` exclude each other.");
        }
        profile.ifPresent(name -> look(name, call));
        return new Keyring(profile.map(name -> PROFILE + name).orElse(isDummy ? DUMMY : ""));
    }

    private static void look(String profile, Invocation call) {
        var credentials = ProfileCredentials.of(profile, call.console()::environment, Instant::now);
        if (credentials.of("").isEmpty()) {
            throw CommandFault.missing(credentials.why());
        }
    }

    /** What {@link #word} was once. */
    static Keyring read(String word) {
        return new Keyring(word);
    }

    /** What is said when a run starts: a task that is given keys may do what they allow. */
    Optional<String> notice() {
        if (word.equals(DUMMY)) {
            return Optional.of("Tasks with a role get made-up keys, which open nothing.");
        }
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of("Tasks with a role get the keys of your profile `" + word.substring(PROFILE.length())
                        + "`: they may do what it may.");
    }

    /** For the endpoint that tasks ask. */
    Credentials credentials() {
        if (word.equals(DUMMY)) {
            return Credentials.madeUp();
        }
        var profile = word.startsWith(PROFILE) ? word.substring(PROFILE.length()) : "";
        return profile.isEmpty()
                ? Credentials.NONE
                : ProfileCredentials.of(profile, name -> Optional.ofNullable(System.getenv(name)), Instant::now);
    }
}
