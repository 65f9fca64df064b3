package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.schema.semantics.routing.ListenerRules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<String, OpenListener> open = new HashMap<>();
    private Reach reach = Reach.LOOPBACK_ONLY;
    private @Nullable LocalAuthority authority;

    Fronts(Vertx vertx, Registry registry, InstantSource time, TrafficSettings settings, Claims claims) {
        this.vertx = vertx;
        this.registry = registry;
        this.lines = new Lines(vertx);
        this.time = time;
        this.settings = settings;
        this.claims = claims;
    }

    /** Has there be these listeners and no others. What leaves an address does so before others come to it. */
    Future<Served> serve(List<Balancer> balancers, Reach wanted) {
        reach = wanted;
        var listeners = new HashSet<String>();
        var leaving = new ArrayList<Future<Void>>();
        for (var balancer : balancers) {
            for (var listener : balancer.listeners()) {
                listeners.add(listener.name());
                var known = open.get(listener.name());
                if (known != null) {
                    leaving.add(isSame(known.listener(), listener) ? known.keep(hosts(balancer)) : close(listener));
                }
            }
        }
        for (var known : List.copyOf(open.values())) {
            if (!listeners.contains(known.listener().name())) {
                leaving.add(close(known.listener()));
            }
        }
        return Future.join(leaving)
                .otherwiseEmpty()
                .compose(left -> have(balancers))
                .map(done -> served());
    }

    /** Whether a listener can go on as the other. */
    private static boolean isSame(Listener one, Listener other) {
        return one.protocol() == other.protocol() && one.hosts().equals(other.hosts());
    }

    private Future<Void> close(Listener listener) {
        var gone = open.remove(listener.name());
        return gone == null ? Future.succeededFuture() : gone.keep(List.of());
    }

    private List<String> hosts(Balancer balancer) {
        var gateway = reach.gateways().get(balancer.name());
        return gateway == null ? List.of(TrafficSettings.LOOPBACK) : List.of(TrafficSettings.LOOPBACK, gateway);
    }

    /** One after the other: whoever comes first in a model has first choice among ports. */
    private Future<Void> have(List<Balancer> balancers) {
        var done = Future.<Void>succeededFuture();
        for (var balancer : balancers) {
            for (var listener : balancer.listeners()) {
                done = done.compose(next -> have(balancer, listener));
            }
        }
        return done;
    }

    private Future<Void> have(Balancer balancer, Listener listener) {
        var one = open.computeIfAbsent(
                listener.name(), name -> new OpenListener(claims, front(balancer, listener), balancer, listener));
        one.become(balancer, listener);
        var done = Future.<Void>succeededFuture();
        for (var host : hosts(balancer)) {
            var ports = host.equals(TrafficSettings.LOOPBACK) ? portsHere(listener) : ports(listener.port());
            done = done.compose(next -> one.at(host, ports));
        }
        return done;
    }

    private List<Integer> portsHere(Listener listener) {
        var ports = new ArrayList<Integer>();
        var before = settings.ports().get(listener.name());
        if (before != null) {
            ports.add(before);
        }
        if (settings.usual()) {
            ports.addAll(ports(listener.port()));
            ports.removeAll(reach.taken());
        }
        ports.add(0);
        return ports;
    }

    /** The port of AWS, or, where only root may have that, the one beside. */
    private static List<Integer> ports(int port) {
        return port >= FIRST_FREE ? List.of(port) : List.of(port, port + UNPRIVILEGED);
    }

    private Served served() {
        var addresses = new ArrayList<ListenerAddress>();
        var refusals = new ArrayList<Served.Refusal>();
        open.values().forEach(each -> {
            addresses.addAll(each.addresses());
            refusals.addAll(each.refusals());
        });
        addresses.sort(Comparator.comparing(ListenerAddress::listener).thenComparing(ListenerAddress::host));
        return new Served(List.copyOf(addresses), List.copyOf(refusals));
    }

    @Override
    public Optional<ListenerRules<Action>> rules(String listener) {
        return Optional.ofNullable(open.get(listener))
                .map(each -> each.listener().rules());
    }

    @Override
    public int port(String balancer, int wanted, String host) {
        return open.values().stream()
                .flatMap(each -> each.addresses().stream())
                .filter(each -> each.balancer().equals(balancer)
                        && each.wanted() == wanted
                        && each.host().equals(host))
                .findFirst()
                .map(ListenerAddress::port)
                .orElse(wanted);
    }

    private Front front(Balancer balancer, Listener listener) {
        var certificates = listener.protocol().isSecure()
                ? Optional.of(certificates(balancer, listener))
                : Optional.<PemKeyCertOptions>empty();
        return switch (listener.protocol()) {
            case HTTP, HTTP2, HTTPS ->
                new HttpFront(vertx, registry, lines, time, certificates, this, balancer, listener);
            case TCP, TLS -> new TcpFront(vertx, registry, time, certificates, balancer, listener);
            case UDP -> new UdpFront(vertx, registry, time, balancer, listener);
        };
    }

    private PemKeyCertOptions certificates(Balancer balancer, Listener listener) {
        var names = new ArrayList<>(balancer.hosts());
        names.addAll(listener.hosts());
        try {
            if (authority == null) {
                authority = LocalAuthority.of(settings.folder(), time.instant());
            }
            return authority.options(names, hosts(balancer), time.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificate can be made for `" + listener.name() + "`", e);
        }
    }
}
