package dev.stowage.local.traffic;

import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** A listener that is open. */
interface Front {

    /** Has it do from now on what that listener says. */
    void become(Balancer balancer, Listener listener);

    /**
     * Listens at one more address.
     *
     * @param port 0 for any that is free
     */
    Future<Opened> listen(String host, int port);

    /**
     * An address at which it listens.
     *
     * @param port the port
     * @param close stops listening
     */
    record Opened(int port, Supplier<Future<Void>> close) {}
}
