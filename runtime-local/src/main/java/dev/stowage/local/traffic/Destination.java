package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Proxy;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.balance.TargetGroup.Stickiness;
import dev.stowage.schema.semantics.routing.Shares;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Where a request goes, and what the caller is given to come there again. */
final class Destination {

    private final Action.Forward action;
    private final LiveGroup group;
    private final LiveTarget target;
    private final Set<LiveTarget> tried;

    private Destination(Action.Forward action, LiveGroup group, LiveTarget target, Set<LiveTarget> tried) {
        this.action = action;
        this.group = group;
        this.target = target;
        this.tried = tried;
    }

    /** The destination of a request; null where nobody is there: no group has weight, or no target is registered. */
    static @Nullable Destination of(Action.Forward action, List<String> cookies, Registry registry, Instant now) {
        var group = group(action, cookies, registry, now);
        if (group == null) {
            return null;
        }
        var target = stay(group, cookies, now).orElseGet(() -> group.choose(now));
        return target == null ? null : new Destination(action, group, target, Set.of());
    }

    /** The destination of a connection or of datagrams from that address. */
    static @Nullable Destination of(Action.Forward action, SocketAddress caller, Registry registry, Instant now) {
        var group = group(action, List.of(), registry, now);
        if (group == null) {
            return null;
        }
        var isSticky = group.group().stickiness().orElse(null) instanceof Stickiness.Source;
        var target = isSticky ? group.choose(String.valueOf(caller.hostAddress())) : group.choose(now);
        return target == null ? null : new Destination(action, group, target, Set.of());
    }

    private static @Nullable LiveGroup group(
            Action.Forward action, List<String> cookies, Registry registry, Instant now) {
        if (action.stickiness().isPresent() && !cookies.isEmpty()) {
            var place =
                    Cookies.place(cookies, Cookies.GROUP, action.stickiness().get(), now);
            for (var share : action.shares()) {
                if (place.isPresent() && share.weight() > 0 && share.group().equals(place.get())) {
                    return registry.group(share.group());
                }
            }
        }
        if (action.shares().size() == 1) {
            var only = action.shares().get(0);
            return only.weight() > 0 ? registry.group(only.group()) : null;
        }
        var place = Shares.pick(action.weights(), ThreadLocalRandom.current().nextDouble());
        return place.isEmpty()
                ? null
                : registry.group(action.shares().get(place.getAsInt()).group());
    }

    private static Optional<LiveTarget> stay(LiveGroup group, List<String> cookies, Instant now) {
        var stickiness = group.group().stickiness().orElse(null);
        if (stickiness == null || cookies.isEmpty()) {
            return Optional.empty();
        }
        if (stickiness instanceof Stickiness.Application beside) {
            return Cookies.value(cookies, beside.cookie()) == null
                    ? Optional.empty()
                    : Cookies.place(cookies, Cookies.BESIDE, beside.time(), now).flatMap(group::stay);
        }
        return Cookies.place(cookies, Cookies.TARGET, stickiness.time(), now).flatMap(group::stay);
    }

    /**
     * Another target behind the same name, for a request that could not even be sent; null where there is none. A load balancer
     * does not look for one: it is left to those names that nobody's health check stands behind.
     */
    @Nullable
    Destination other(Instant now) {
        failed(now);
        var retries = group.group().proxy().isPresent() ? Proxy.RETRIES : isUnasked() ? 1 : 0;
        if (tried.size() >= retries) {
            return null;
        }
        var all = new HashSet<>(tried);
        all.add(target);
        for (var tries = group.targets().size(); tries > 0; tries--) {
            var next = group.choose(now);
            if (next != null && !all.contains(next)) {
                return new Destination(action, group, next, all);
            }
        }
        return null;
    }

    private boolean isUnasked() {
        return group.group().check().way() == HealthCheck.Way.NONE;
    }

    /** The connection to the target failed. */
    void failed(Instant now) {
        group.failed(target, now);
    }

    LiveTarget target() {
        return target;
    }

    TargetGroup group() {
        return group.group();
    }

    /** The cookies that the caller gets with an answer. */
    List<String> cookies(HttpClientResponse response, Instant now) {
        var stickiness = group.group().stickiness().orElse(null);
        if (stickiness == null && action.stickiness().isEmpty()) {
            return List.of();
        }
        var cookies = new ArrayList<String>();
        if (action.stickiness().isPresent()) {
            cookies.addAll(Cookies.issue(Cookies.GROUP, group.group().name(), now));
        }
        var key = target.target().key();
        if (stickiness instanceof Stickiness.Balancer) {
            cookies.addAll(Cookies.issue(Cookies.TARGET, key, now));
        }
        if (stickiness instanceof Stickiness.Application beside && isSet(response, beside.cookie())) {
            cookies.addAll(Cookies.issue(Cookies.BESIDE, key, now));
        }
        return cookies;
    }

    private static boolean isSet(HttpClientResponse response, String cookie) {
        for (var header : response.headers().getAll(HttpHeaders.SET_COOKIE)) {
            if (header.startsWith(cookie + "=")) {
                return true;
            }
        }
        return false;
    }
}
