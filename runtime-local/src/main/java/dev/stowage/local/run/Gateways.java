package dev.stowage.local.run;

import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.StandIn;
import dev.stowage.local.stack.StandIn.Place;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.traffic.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * At which address of this machine containers find what they call by a name: load balancers, and what replaces resources. Each
 * is at the address in the network of the run, except where something else has a port of it there: then it gets another
 * address, with all of its ports. What has an address keeps it from deployment to deployment as long as it can, since
 * containers that run know it.
 */
final class Gateways {

    private final IntFunction<List<String>> addresses;
    private final Map<String, Integer> seats = new HashMap<>();

    /** Those that this makes: so many addresses, of which the first is that in the network of the run. */
    Gateways(IntFunction<List<String>> addresses) {
        this.addresses = addresses;
    }

    /**
     * Where everything is.
     *
     * @param reach where the load balancers are
     * @param doors where the things are that replace resources
     * @param hosts the addresses of all names
     */
    record Plan(Reach reach, Map<Place, String> doors, Map<String, String> hosts) {}

    /** Finds a place for everything of a stack. */
    synchronized Plan take(Wanted wanted) {
        var taken = taken(wanted.stack());
        var ports = new LinkedHashMap<String, Set<String>>();
        wanted.balancers().forEach(one -> ports.put(one.name(), ports(one)));
        places(wanted.stack()).forEach(place -> ports.put(place.toString(), Set.of(tcp(place.port()))));
        seat(ports, taken.stream().map(Gateways::tcp).collect(Collectors.toSet()));
        var count = seats.values().stream().mapToInt(it -> it).max().orElse(0) + 1;
        return plan(wanted, taken, addresses.apply(count));
    }

    private Plan plan(Wanted wanted, Set<Integer> taken, List<String> all) {
        var gateways = new TreeMap<String, String>();
        var hosts = new TreeMap<String, String>();
        for (var one : wanted.balancers()) {
            var address = all.get(seats.getOrDefault(one.name(), 0));
            gateways.put(one.name(), address);
            one.hosts().forEach(host -> hosts.put(host, address));
        }
        var doors = new HashMap<Place, String>();
        for (var one : wanted.stack().standIns()) {
            var address = one.place()
                    .map(place -> all.get(seats.getOrDefault(place.toString(), 0)))
                    .orElse(all.get(0));
            one.place().ifPresent(place -> doors.put(place, address));
            // A load balancer of the run without a listener has a name all the same.
            hosts.putIfAbsent(one.host(), address);
        }
        return new Plan(new Reach(gateways, taken), Map.copyOf(doors), Map.copyOf(hosts));
    }

    private void seat(Map<String, Set<String>> ports, Set<String> taken) {
        seats.keySet().retainAll(ports.keySet());
        var used = new ArrayList<Set<String>>();
        used.add(new HashSet<>(taken));
        var newcomers = new LinkedHashMap<String, Set<String>>();
        ports.forEach((name, own) -> {
            var seat = seats.get(name);
            if (seat == null || !isFree(used, seat, own)) {
                newcomers.put(name, own);
            } else {
                used.get(seat).addAll(own);
            }
        });
        newcomers.forEach((name, own) -> {
            var seat = 0;
            while (!isFree(used, seat, own)) {
                seat++;
            }
            used.get(seat).addAll(own);
            seats.put(name, seat);
        });
    }

    private static boolean isFree(List<Set<String>> used, int seat, Set<String> ports) {
        while (used.size() <= seat) {
            used.add(new HashSet<>());
        }
        return used.get(seat).stream().noneMatch(ports::contains);
    }

    private static Set<String> ports(Balancer balancer) {
        return balancer.listeners().stream()
                .map(one -> one.protocol() == Listener.Protocol.UDP ? one.port() + "/udp" : tcp(one.port()))
                .collect(Collectors.toSet());
    }

    private static String tcp(int port) {
        return port + "/tcp";
    }

    private static List<Place> places(LocalStack stack) {
        return stack.standIns().stream()
                .map(StandIn::place)
                .flatMap(place -> place.stream())
                .distinct()
                .toList();
    }

    /** The ports of this machine that containers are to have: those that are written as host ports. */
    private static Set<Integer> taken(LocalStack stack) {
        var setups =
                Stream.concat(stack.tasks().stream(), stack.services().stream().map(one -> one.setup()));
        return setups.flatMap(Gateways::hostPorts).collect(Collectors.toSet());
    }

    private static Stream<Integer> hostPorts(TaskSetup setup) {
        var ports = setup.containers().stream().flatMap(one -> one.ports().stream());
        return switch (setup.network()) {
            case BRIDGE -> ports.flatMap(one -> one.host().filter(port -> port != 0).stream());
            case HOST -> ports.map(PortMapping::first);
            case AWSVPC, NONE -> Stream.empty();
        };
    }
}
