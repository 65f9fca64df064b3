package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.util.Optional;

/** The other listeners of a run, as one of them knows them. */
interface Neighbours {

    /** The rules of a listener. */
    Optional<ListenerRules<Action>> rules(String listener);

    /**
     * At which port of this machine a load balancer listens where AWS's would at that one; the same where it does not.
     *
     * @param host the address of this machine
     */
    int port(String balancer, int wanted, String host);
}
