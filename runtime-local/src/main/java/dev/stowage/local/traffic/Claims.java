package dev.stowage.local.traffic;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The places at which this traffic listens, each taken once: two servers of one Vert.x at the same place would take turns
 * instead of the second being refused. On the loop.
 */
final class Claims {

    private final Set<Claim> taken = new HashSet<>();

    /**
     * Somewhere to listen.
     *
     * @param port 0 for any that is free, which is never taken
     * @param datagrams whether for UDP
     */
    record Claim(String host, int port, boolean datagrams) {}

    /** Listens, unless somebody of this traffic does so there. */
    <T> Future<T> listen(Claim claim, Supplier<Future<T>> listening) {
        if (claim.port() != 0 && !taken.add(claim)) {
            return Future.failedFuture("something else of this run listens there");
        }
        return listening.get().onFailure(error -> release(claim));
    }

    void release(Claim claim) {
        taken.remove(claim);
    }
}
