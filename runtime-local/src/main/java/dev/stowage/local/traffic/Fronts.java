package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.traffic.Claims.Claim;
import dev.stowage.schema.semantics.routing.ListenerRules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The listeners that are open: opens what is new, changes what stays, closes what is gone. On the loop. */
final class Fronts implements Neighbours {

    /** What is added to a port that only root may have, as where 80 becomes 8080. */
    static final int UNPRIVILEGED = 8000;

    private static final int FIRST_FREE = 1024;

    private final Vertx vertx;
    private final Registry registry;
    private final Lines lines;
    private final InstantSource time;
    private final TrafficSettings settings;
    private final Claims claims;
    private final Map<String, Open> open = new HashMap<>();
    private List<String> gateways = List.of();
    private @Nullable LocalAuthority authority;

    Fronts(Vertx vertx, Registry registry, InstantSource time, TrafficSettings settings, Claims claims) {
        this.vertx = vertx;
        this.registry = registry;
        this.lines = new Lines(vertx);
        this.time = time;
        this.settings = settings;
        this.claims = claims;
    }

    /** Has there be these listeners and no others, at the loopback address and at these. */
    Future<Served> serve(List<Balancer> balancers, List<String> addresses) {
        gateways = List.copyOf(addresses);
        var wanted = new HashSet<String>();
        var opening = new ArrayList<Future<Void>>();
        for (var balancer : balancers) {
            for (var listener : balancer.listeners()) {
                wanted.add(listener.name());
                opening.add(have(balancer, listener));
            }
        }
        for (var name : List.copyOf(open.keySet())) {
            if (!wanted.contains(name)) {
                opening.add(close(name));
            }
        }
        return Future.join(opening).otherwiseEmpty().map(done -> served());
    }

    private Served served() {
        var addresses = new ArrayList<ListenerAddress>();
        var refusals = new ArrayList<Served.Refusal>();
        open.values().forEach(each -> {
            addresses.addAll(each.addresses);
            refusals.addAll(each.refusals);
        });
        addresses.sort(java.util.Comparator.comparing(ListenerAddress::listener).thenComparing(ListenerAddress::host));
        return new Served(List.copyOf(addresses), List.copyOf(refusals));
    }

    private Future<Void> have(Balancer balancer, Listener listener) {
        var known = open.get(listener.name());
        var isSame = known != null
                && known.listener.protocol() == listener.protocol()
                && known.listener.hosts().equals(listener.hosts());
        if (known != null && isSame) {
            known.listener = listener;
            known.front.become(balancer, listener);
            return gateways(known, balancer);
        }
        return (known == null ? Future.<Void>succeededFuture() : close(listener.name()))
                .compose(closed -> open(balancer, listener));
    }

    private Future<Void> open(Balancer balancer, Listener listener) {
        var opened = new Open(listener, front(balancer, listener));
        open.put(listener.name(), opened);
        var here = settings.ports().getOrDefault(listener.name(), 0);
        return listen(opened, balancer, TrafficSettings.LOOPBACK, here).compose(done -> gateways(opened, balancer));
    }

    /** Where containers reach it: at the port of AWS, or, where only root may have that, at one beside. */
    private Future<Void> gateways(Open opened, Balancer balancer) {
        var all = new ArrayList<Future<Void>>();
        var port = opened.listener.port();
        for (var gateway : gateways) {
            if (!opened.isAt(gateway)) {
                all.add(listen(opened, balancer, gateway, port)
                        .compose(done -> opened.isAt(gateway) || port >= FIRST_FREE
                                ? Future.succeededFuture()
                                : listen(opened, balancer, gateway, port + UNPRIVILEGED)));
            }
        }
        return Future.join(all).mapEmpty();
    }

    @Override
    public Optional<ListenerRules<Action>> rules(String listener) {
        return Optional.ofNullable(open.get(listener)).map(each -> each.listener.rules());
    }

    @Override
    public int port(String balancer, int wanted, String host) {
        for (var each : open.values()) {
            for (var address : each.addresses) {
                if (address.balancer().equals(balancer)
                        && address.wanted() == wanted
                        && address.host().equals(host)) {
                    return address.port();
                }
            }
        }
        return wanted;
    }

    private Front front(Balancer balancer, Listener listener) {
        var certificates = listener.protocol().isSecure()
                ? Optional.of(certificates(listener))
                : Optional.<PemKeyCertOptions>empty();
        return switch (listener.protocol()) {
            case HTTP, HTTPS -> new HttpFront(vertx, registry, lines, time, certificates, this, balancer, listener);
            case TCP, TLS -> new TcpFront(vertx, registry, time, certificates, balancer, listener);
            case UDP -> new UdpFront(vertx, registry, time, balancer, listener);
        };
    }

    private PemKeyCertOptions certificates(Listener listener) {
        var addresses = new ArrayList<>(gateways);
        addresses.add(0, TrafficSettings.LOOPBACK);
        try {
            if (authority == null) {
                authority = LocalAuthority.of(settings.folder(), time.instant());
            }
            return authority.options(listener.hosts(), addresses, time.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificate can be made for `" + listener.name() + "`", e);
        }
    }

    private Future<Void> listen(Open opened, Balancer balancer, String host, int port) {
        var listener = opened.listener;
        var claim = new Claim(host, port, listener.protocol() == Listener.Protocol.UDP);
        return claims.listen(claim, () -> opened.front.listen(host, port))
                .onFailure(error -> opened.refusals.add(
                        new Served.Refusal(listener.name(), host, port, String.valueOf(error.getMessage()))))
                .<Void>map(at -> {
                    opened.closers.add(at);
                    opened.claims.add(claim);
                    opened.refusals.removeIf(each -> each.host().equals(host));
                    opened.addresses.add(new ListenerAddress(
                            balancer.name(), listener.name(), listener.protocol(), host, at.port(), listener.port()));
                    return null;
                })
                .otherwiseEmpty();
    }

    private Future<Void> close(String name) {
        var gone = open.remove(name);
        if (gone == null) {
            return Future.succeededFuture();
        }
        gone.claims.forEach(claims::release);
        return Future.join(gone.closers.stream().map(each -> each.close().get()).toList())
                .mapEmpty();
    }

    /** A listener and the addresses at which it is open. */
    private static final class Open {
        private final Front front;
        private final List<Front.Opened> closers = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final List<ListenerAddress> addresses = new ArrayList<>();
        private final List<Served.Refusal> refusals = new ArrayList<>();
        private Listener listener;

        Open(Listener listener, Front front) {
            this.listener = listener;
            this.front = front;
        }

        boolean isAt(String host) {
            return addresses.stream().anyMatch(each -> each.host().equals(host));
        }
    }
}
