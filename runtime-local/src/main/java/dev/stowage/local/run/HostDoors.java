package dev.stowage.local.run;

import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.StandIn;
import dev.stowage.local.stack.StandIn.Place;
import dev.stowage.local.traffic.Forward;
import dev.stowage.local.traffic.Served;
import dev.stowage.local.traffic.Traffic;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host names that stand for addresses that AWS would give, as containers find them: all are names of addresses that this
 * machine has in networks of the run. There the listeners of load balancers are, and one port for each thing that replaces a
 * resource, which leads on to it; the loopback of this machine is nothing that a container reaches.
 */
final class HostDoors {

    private static final String HERE = "localhost";
    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";
    private static final int QUICK_MILLIS = 500;
    private static final int FIRST_FREE = 1024;

    private final Traffic traffic;
    private final Map<Place, Door> open = new HashMap<>();

    /** Doors that are opened by that traffic, and closed with it. */
    HostDoors(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Where a place is reached by containers. */
    private record Door(String gateway, Forward forward) {}

    /**
     * Has the names of that stack lead where they should, and those of the one before no more.
     *
     * @param gateways at which address containers look for a place
     * @param served the listeners that are open
     * @return what cannot be reached by its name and port
     */
    List<Diagnostic> take(LocalStack stack, Map<Place, String> gateways, Served served) {
        var notes = new ArrayList<Diagnostic>();
        if (stack.standIns().stream().anyMatch(one -> one.place().isEmpty())) {
            notes.addAll(listeners(served));
        }
        close(gateways);
        for (var one : stack.standIns()) {
            one.place()
                    .ifPresent(place -> Optional.ofNullable(gateways.get(place))
                            .ifPresent(gateway -> open(one, place, gateway, served, notes)));
        }
        return notes;
    }

    private List<Diagnostic> listeners(Served served) {
        var notes = new ArrayList<Diagnostic>();
        for (var one : served.addresses()) {
            if (!one.host().equals(IPV4) && one.isElsewhere()) {
                notes.add(note("listener `" + one.listener() + "` is at port " + one.port()
                                + " for containers, since it cannot be at " + one.wanted() + whyNot(one.wanted()))
                        .fix("Have tasks call it at port " + one.port() + whatElse(one.wanted())));
            }
        }
        for (var one : served.refusals()) {
            if (!one.host().equals(IPV4)) {
                notes.add(note("containers do not reach listener `" + one.listener() + "`: it cannot listen at "
                        + one.host() + ":" + one.port() + " (" + one.why() + ")"));
            }
        }
        return notes;
    }

    private static String whyNot(int port) {
        return port < FIRST_FREE ? ": the port is in use, or this user may not listen there" : ": the port is in use";
    }

    private static String whatElse(int port) {
        return port < FIRST_FREE
                ? ", or let every user listen there: `sudo sysctl net.ipv4.ip_unprivileged_port_start=" + port + "`."
                : ".";
    }

    private void open(StandIn name, Place place, String gateway, Served served, List<Diagnostic> notes) {
        if (open.containsKey(place)) {
            return;
        }
        var forward = traffic.forward(gateway, place.port(), () -> addresses(place));
        if (forward.isPresent()) {
            open.put(place, new Door(gateway, forward.get()));
            return;
        }
        var isOurs = isTaken(gateway, place.port(), served);
        // Whatever listens at all addresses of this machine is reached by containers as it is.
        if (isOurs || !isHere(place) || !answers(gateway, place.port())) {
            var why = isOurs ? ": something else of this run has that port" : whyNot(place.port());
            notes.add(note("nothing can lead from " + gateway + ":" + place.port() + ", where containers look for `"
                            + name.of().logicalId() + "`, to " + place.host() + ":" + place.port() + why)
                    .fix("Have it listen at another port, and say that one in local.yaml."));
        }
    }

    private boolean isTaken(String gateway, int port, Served served) {
        return open.entrySet().stream()
                        .anyMatch(one -> one.getKey().port() == port
                                && one.getValue().gateway().equals(gateway))
                || served.addresses().stream().anyMatch(one -> one.host().equals(gateway) && one.port() == port);
    }

    private static boolean isHere(Place place) {
        return place.host().equals(HERE) || place.host().equals(IPV4);
    }

    private static boolean answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), QUICK_MILLIS);
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    private static List<InetSocketAddress> addresses(Place place) {
        return isHere(place)
                ? List.of(
                        InetSocketAddress.createUnresolved(IPV4, place.port()),
                        InetSocketAddress.createUnresolved(IPV6, place.port()))
                : List.of(InetSocketAddress.createUnresolved(place.host(), place.port()));
    }

    private void close(Map<Place, String> wanted) {
        open.entrySet().removeIf(one -> {
            var isGone = !one.getValue().gateway().equals(wanted.get(one.getKey()));
            if (isGone) {
                one.getValue().forward().close();
            }
            return isGone;
        });
    }

    private static Diagnostic note(String message) {
        return Gap.PORT.at(Origin.NOWHERE, message);
    }
}
