package dev.stowage.local.balance;

import dev.stowage.schema.semantics.routing.RedirectUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a listener does with a request. */
public sealed interface Action {

    /**
     * Sends it to a target of one of these groups.
     *
     * @param shares the groups, with what part each gets
     * @param stickiness how long a caller stays with a group, where it does
     * @param rewrites what is changed in the request before
     */
    record Forward(List<Share> shares, Optional<Duration> stickiness, List<Rewrite> rewrites) implements Action {

        /** All requests to one group. */
        public static Forward to(String group) {
            return new Forward(List.of(new Share(group, 1)), Optional.empty(), List.of());
        }

        /** The weights of the groups, in order. */
        public List<Integer> weights() {
            return shares.stream().map(Share::weight).toList();
        }
    }

    /**
     * A change of a request: the first place that is like the pattern.
     *
     * @param isHost whether of its host; else of its path and query
     * @param pattern what is replaced
     * @param replacement by what; {@code $1} stands for the first group of the pattern
     */
    record Rewrite(boolean isHost, Pattern pattern, String replacement) {

        /** The text as it becomes; the same where nothing is like the pattern, or the replacement names what is not there. */
        public String of(String text) {
            try {
                return pattern.matcher(text).replaceFirst(replacement);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                return text;
            }
        }
    }

    /**
     * A target group and its part of the requests.
     *
     * @param group its name
     * @param weight its part, 0 to 999, against the sum of all
     */
    record Share(String group, int weight) {}

    /**
     * Has the rules of another listener say what is done: an API that leads to a listener.
     *
     * @param listener its name
     */
    record Through(String listener) implements Action {}

    /**
     * Has an HTTP API look at the request first.
     *
     * @param api what that does
     * @param then what is done with what passes; never another of these
     */
    record ThroughApi(Api api, Action then) implements Action {}

    /**
     * Sends the caller elsewhere.
     *
     * @param url where to
     * @param status 301 or 302
     */
    record Redirect(RedirectUrl url, int status) implements Action {}

    /**
     * Answers by itself.
     *
     * @param status the HTTP status
     * @param type the content type; empty for none
     * @param body what to say
     */
    record Respond(int status, String type, String body) implements Action {}
}
