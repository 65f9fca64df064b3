package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a listener does with a request that no service of this app answers. */
public sealed interface Action {

    /**
     * Answers itself, with plain text.
     *
     * @param status 2xx, 4xx or 5xx
     * @param body up to 1,024 characters
     */
    static Respond respond(int status, String body) {
        return ImmutableRespond.of(status, body, Lines.here("respond"));
    }

    /** Sends the caller to this URL, such as {@code https://shop.example/}; parts may be {@code #{host}} and the like. Answers 302. */
    static Redirect redirect(String url) {
        return ImmutableRedirect.of(url, Lines.here("redirect"));
    }

    /** Passes the request on to this target group. */
    static Forward forward(TargetGroup group) {
        return ImmutableForward.of(Lines.here("forward")).withShares(new TargetShare(group, 1));
    }

    /** Passes requests on to these target groups, two to five, by their weights. */
    static Forward forward(TargetShare first, TargetShare second, TargetShare... others) {
        var shares = new ArrayList<TargetShare>(others.length + 2);
        shares.add(first);
        shares.add(second);
        shares.addAll(List.of(others));
        return ImmutableForward.of(Lines.here("forward")).withShares(shares);
    }

    /** Where it was said. */
    Lines lines();

    /** A fixed response. */
    @ValueStyle
    @Value.Immutable
    sealed interface Respond extends Action permits ImmutableRespond {

        /** Says that its body is HTML. */
        default Respond html() {
            return ImmutableRespond.copyOf(this).withContentType("text/html");
        }

        /** Says that its body is JSON. */
        default Respond json() {
            return ImmutableRespond.copyOf(this).withContentType("application/json");
        }

        /** The HTTP status. */
        int status();

        /** The text. */
        String body();

        /** What the text is. */
        @Value.Default
        default String contentType() {
            return "text/plain";
        }

        @Override
        @Value.Auxiliary
        Lines lines();
    }

    /** A redirect. */
    @ValueStyle
    @Value.Immutable
    sealed interface Redirect extends Action permits ImmutableRedirect {

        /** Tells callers that it is for good, so that they need not ask again: answers 301. */
        default Redirect permanently() {
            return ImmutableRedirect.copyOf(this).withIsPermanent(true);
        }

        /** Where to. */
        String url();

        /** Whether it is for good. */
        @Value.Default
        default boolean isPermanent() {
            return false;
        }

        @Override
        @Value.Auxiliary
        Lines lines();
    }

    /** A forward to target groups that exist. */
    @ValueStyle
    @Value.Immutable
    sealed interface Forward extends Action permits ImmutableForward {

        /** Keeps each caller with the group that answered first, for this long: 1 s to 7 days. */
        default Forward sticky(Duration time) {
            return ImmutableForward.copyOf(this).withStickiness(time).withLines(lines().and("sticky"));
        }

        /** The groups and their parts. */
        List<TargetShare> shares();

        /** How long a caller stays with a group. */
        Optional<Duration> stickiness();

        @Override
        @Value.Auxiliary
        Lines lines();
    }
}
