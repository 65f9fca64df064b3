package dev.stowage.local.engine.docker;

import java.util.HashSet;
import java.util.Set;

/**
 * The addresses of tasks with a network of their own: those of the upper half of the run's network, of which the engine gives
 * none by itself. They are chosen here because a task's host name says its address, and Docker wants the name first.
 * An address that was given back comes again last, as connections to who had it may still be open.
 */
final class Leases {

    private final Cidr block;
    private final Set<String> taken = new HashSet<>();
    private int next;

    private Leases(Cidr block) {
        this.block = block;
    }

    /** Those of that network. */
    static Leases of(RunNetwork network) {
        return new Leases(network.forTasks());
    }

    /**
     * An address that nobody has.
     *
     * @throws IllegalStateException if all are taken
     */
    synchronized String take() {
        // The last address of a network is that of everybody.
        var all = block.size() - 1;
        for (var tries = 0; tries < all; tries++) {
            var address = block.address(next);
            next = (next + 1) % all;
            if (taken.add(address)) {
                return address;
            }
        }
        throw new IllegalStateException("all " + all + " addresses for tasks in " + block + " are taken");
    }

    /** Somebody has that address already. */
    synchronized void hold(String address) {
        var unused = taken.add(address);
    }

    /** Nobody has that address any more. */
    synchronized void giveBack(String address) {
        var unused = taken.remove(address);
    }
}
