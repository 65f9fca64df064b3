package dev.stowage.local.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The keys of one profile of the user, for every role: those that it holds, else those that the AWS CLI gets for it. These are
 * asked for again a quarter of an hour before they end, and at most once a minute. Safe for many threads.
 */
public final class ProfileCredentials implements Credentials {

    private static final Duration EARLY = Duration.ofMinutes(15);
    private static final Duration REST = Duration.ofMinutes(1);

    private final String profile;
    private final Function<String, Optional<String>> environment;
    private final Supplier<Instant> clock;
    private Optional<Keys> kept = Optional.empty();
    private Instant asked = Instant.MIN;
    private String why = "";

    private ProfileCredentials(
            String profile, Function<String, Optional<String>> environment, Supplier<Instant> clock) {
        this.profile = profile;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Those of that profile.
     *
     * @param environment the variables that name AWS's files, and the {@code PATH} on which the AWS CLI is looked for
     */
    public static ProfileCredentials of(
            String profile, Function<String, Optional<String>> environment, Supplier<Instant> clock) {
        return new ProfileCredentials(profile, environment, clock);
    }

    @Override
    public synchronized Optional<Keys> of(String role) {
        var now = clock.get();
        var own = Profiles.ofUser(environment).keys(profile, now);
        if (own.isPresent()) {
            return own;
        }
        var isOld =
                kept.filter(keys -> keys.expires().minus(EARLY).isAfter(now)).isEmpty();
        if (isOld && asked.isBefore(now.minus(REST))) {
            asked = now;
            ask(now);
        }
        kept = kept.filter(keys -> keys.expires().isAfter(now));
        return kept;
    }

    private void ask(Instant now) {
        var profiles = Profiles.ofUser(environment);
        var cli = AwsCli.on(environment.apply("PATH").orElse(""));
        if (cli.isEmpty()) {
            why = (profiles.has(profile)
                            ? "Profile `" + profile
                                    + "` holds no keys itself, and `aws`, which would get them, is not on the PATH."
                            : "There is no profile `" + profile + "`.")
                    + " Install the AWS CLI, version 2, or put keys for `" + profile + "` into " + profiles.file()
                    + ".";
            return;
        }
        try {
            kept = Optional.of(cli.get().keys(profile, now));
        } catch (AwsCli.Unavailable none) {
            why = "`aws configure export-credentials --profile " + profile + "` gives no keys: " + none.why()
                    + (none.why().endsWith(".") ? "" : ".")
                    + " Where the profile signs in with IAM Identity Center, `aws sso login --profile " + profile
                    + "` does it again.";
        }
    }

    @Override
    public synchronized String why() {
        return why;
    }
}
