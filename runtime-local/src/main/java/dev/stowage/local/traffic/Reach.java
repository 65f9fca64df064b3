package dev.stowage.local.traffic;

import java.util.Map;
import java.util.Set;

/**
 * Where listeners are to be reached, beside the loopback address of this machine.
 *
 * @param gateways the address at which containers reach a load balancer, by its name: one of our own bridges, which is there
 *     by now
 * @param taken ports of this machine that are meant for something else
 */
public record Reach(Map<String, String> gateways, Set<Integer> taken) {

    /** Nowhere else. */
    public static final Reach LOOPBACK_ONLY = new Reach(Map.of(), Set.of());

    /** A wish that cannot be changed from outside. */
    public Reach {
        gateways = Map.copyOf(gateways);
        taken = Set.copyOf(taken);
    }
}
