package dev.stowage.local.traffic;

import io.vertx.core.http.HttpClientConnection;

/** A connection to a target that requests go over. */
final class Line {

    private final HttpClientConnection connection;
    private final LiveTarget owner;
    private long restedAt;
    private boolean isClosed;

    Line(HttpClientConnection connection, LiveTarget owner) {
        this.connection = connection;
        this.owner = owner;
        connection.closeHandler(done -> {
            isClosed = true;
            owner.remove(this);
        });
        // Whatever breaks a connection breaks the request on it, which is where it is handled.
        connection.exceptionHandler(error -> {});
    }

    HttpClientConnection connection() {
        return connection;
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Since when it has been waiting for a request. */
    long restedAt() {
        return restedAt;
    }

    void rest(long nanos) {
        restedAt = nanos;
        if (!isClosed) {
            owner.putIdle(this);
        }
    }

    void close() {
        isClosed = true;
        connection.close();
    }
}
