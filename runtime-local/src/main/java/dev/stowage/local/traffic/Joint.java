package dev.stowage.local.traffic;

import io.vertx.core.net.NetSocket;

/** Two connections that are one: what comes from either goes to the other, no faster than that takes it. */
final class Joint {

    private final Runnable touched;
    private final Runnable over;
    private int open = 2;

    private Joint(Runnable touched, Runnable over) {
        this.touched = touched;
        this.over = over;
    }

    /**
     * Joins two connections.
     *
     * @param touched run whenever something passes
     * @param over run once both are closed
     */
    static void join(NetSocket one, NetSocket other, Runnable touched, Runnable over) {
        var joint = new Joint(touched, over);
        joint.pump(one, other);
        joint.pump(other, one);
        one.resume();
        other.resume();
    }

    private void pump(NetSocket from, NetSocket to) {
        from.handler(chunk -> {
            touched.run();
            to.write(chunk);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        });
        // The end comes behind everything that was sent; the news of a closed connection may come before.
        from.endHandler(end -> to.end());
        from.exceptionHandler(error -> {});
        from.closeHandler(closed -> {
            // Nobody takes what still comes from the other side.
            to.handler(chunk -> {});
            to.resume();
            open--;
            if (open == 0) {
                over.run();
            }
        });
    }
}
