package dev.stowage.local.traffic;

import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.traffic.Claims.Claim;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** A listener and the addresses at which it is open. On the loop. */
final class OpenListener {

    private final Claims claims;
    private final Front front;
    private final List<Spot> spots = new ArrayList<>();
    private final List<Served.Refusal> refusals = new ArrayList<>();
    private Balancer balancer;
    private Listener listener;

    OpenListener(Claims claims, Front front, Balancer balancer, Listener listener) {
        this.claims = claims;
        this.front = front;
        this.balancer = balancer;
        this.listener = listener;
    }

    /** An address at which it is open. */
    private record Spot(Claim claim, Front.Opened opened, ListenerAddress address) {}

    Listener listener() {
        return listener;
    }

    List<ListenerAddress> addresses() {
        return spots.stream().map(Spot::address).toList();
    }

    List<Served.Refusal> refusals() {
        return refusals;
    }

    void become(Balancer next, Listener nextListener) {
        balancer = next;
        listener = nextListener;
        front.become(next, nextListener);
    }

    /** Has it be at that address, at the first of these ports that can be had; one where it is already it keeps. */
    Future<Void> at(String host, List<Integer> ports) {
        return isAt(host) ? Future.succeededFuture() : at(host, ports, 0);
    }

    private Future<Void> at(String host, List<Integer> ports, int next) {
        return next == ports.size() || isAt(host)
                ? Future.succeededFuture()
                : listen(host, ports.get(next)).compose(tried -> at(host, ports, next + 1));
    }

    private boolean isAt(String host) {
        return spots.stream().anyMatch(spot -> spot.address().host().equals(host));
    }

    private Future<Void> listen(String host, int port) {
        var claim = new Claim(host, port, listener.protocol() == Listener.Protocol.UDP);
        return claims.listen(claim, () -> front.listen(host, port))
                .onFailure(error -> refusals.add(
                        new Served.Refusal(listener.name(), host, port, String.valueOf(error.getMessage()))))
                .<Void>map(opened -> {
                    refusals.removeIf(each -> each.host().equals(host));
                    spots.add(new Spot(claim, opened, address(host, opened.port())));
                    return null;
                })
                .otherwiseEmpty();
    }

    private ListenerAddress address(String host, int port) {
        return new ListenerAddress(balancer.name(), listener.name(), listener.protocol(), host, port, listener.port());
    }

    /** Closes it everywhere but at these addresses. */
    Future<Void> keep(List<String> hosts) {
        var leaving = spots.stream()
                .filter(spot -> !hosts.contains(spot.address().host()))
                .toList();
        spots.removeAll(leaving);
        refusals.removeIf(each -> !hosts.contains(each.host()));
        return Future.join(leaving.stream().map(this::close).toList()).mapEmpty();
    }

    private Future<Void> close(Spot spot) {
        return spot.opened().close().get().onComplete(closed -> claims.release(spot.claim()));
    }
}
