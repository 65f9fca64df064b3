package dev.stowage.local.traffic;

import dev.stowage.local.balance.Proxy;
import dev.stowage.local.balance.TargetGroup;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to a target, and the answer on its way back. It is sent once: whatever breaks after its first byte may
 * have been carried out.
 */
final class Exchange implements Passage {

    private final HttpFront front;
    private final IncomingRequest incoming;
    private final HttpServerRequest request;
    private final HttpServerResponse answer;
    private Destination destination;
    private long touched = System.nanoTime();
    private long sentAt;
    private boolean isSent;
    private boolean isOver;
    private @Nullable Line line;
    private @Nullable HttpClientRequest asked;
    private @Nullable Runnable cut;

    Exchange(HttpFront front, IncomingRequest incoming, HttpServerRequest request, Destination destination) {
        this.front = front;
        this.incoming = incoming;
        this.request = request;
        this.answer = request.response();
        this.destination = destination;
    }

    void begin() {
        request.pause();
        answer.exceptionHandler(error -> leave());
        answer.closeHandler(closed -> leave());
        connect();
    }

    private void connect() {
        destination.target().enters(this);
        front.lines().line(destination.target(), group().protocol()).onComplete(found -> {
            if (found.succeeded()) {
                connected(found.result());
            } else {
                unconnected(found.cause());
            }
        });
    }

    /** Nothing was sent, so that somebody else may be asked. */
    private void unconnected(Throwable error) {
        var next = isOver ? null : destination.other(front.now());
        if (next == null) {
            fail(error instanceof ConnectTimeoutException ? 504 : 502);
            return;
        }
        destination.target().leaves(this);
        destination = next;
        connect();
    }

    private void connected(Line found) {
        line = found;
        if (isOver) {
            found.rest(System.nanoTime());
            return;
        }
        var options = new RequestOptions().setMethod(request.method()).setURI(incoming.target());
        found.connection().request(options).onComplete(made -> {
            if (made.succeeded()) {
                ask(made.result());
            } else {
                fail(502);
            }
        });
    }

    private void ask(HttpClientRequest outgoing) {
        asked = outgoing;
        if (isOver) {
            outgoing.reset();
            return;
        }
        front.heads().request(incoming, request.headers(), outgoing.headers());
        // What breaks is told by the answer that does not come.
        outgoing.exceptionHandler(error -> {});
        outgoing.response().onComplete(come -> {
            if (come.succeeded()) {
                new Answering(this, request, come.result()).begin();
            } else {
                destination.failed(front.now());
                fail(502);
            }
        });
        new Sending(this, request, outgoing).begin();
    }

    /** The whole request is with the target. */
    void sent() {
        isSent = true;
        sentAt = System.nanoTime();
    }

    boolean isSent() {
        return isSent;
    }

    boolean isOver() {
        return isOver;
    }

    boolean isTunnel() {
        return cut != null;
    }

    TargetGroup group() {
        return destination.group();
    }

    /** The headers by which the caller is led to the same target again. */
    List<String> cookies(io.vertx.core.http.HttpClientResponse response) {
        return destination.cookies(response, front.now());
    }

    IncomingRequest incoming() {
        return incoming;
    }

    /** The target broke off in the middle of its answer: so does this one. */
    void broken() {
        if (!isOver && cut == null) {
            destination.failed(front.now());
            fail(502);
        }
    }

    /** Has it end in that way from now on: it became a tunnel. */
    void isCutBy(Runnable end) {
        cut = end;
    }

    /** The caller is gone; of a tunnel, its ends tell. */
    void leave() {
        if (!isOver && !answer.ended() && cut == null) {
            over(false);
        }
    }

    /** Answers with a status of the balancer's own, where nothing was answered yet. */
    void fail(int status) {
        if (cut != null) {
            cut.run();
            over(false);
        } else if (!isOver) {
            if (answer.headWritten()) {
                answer.reset();
            } else {
                answer.headers().clear();
                // Proxies of Service Connect have one status for all that breaks.
                OwnAnswer.status(answer, status == 502 && group().proxy().isPresent() ? 503 : status);
            }
            over(false);
        }
    }

    /** Ends it, whatever it was at. */
    void over(boolean canRest) {
        if (isOver) {
            return;
        }
        isOver = true;
        var used = line;
        var isShared = group().protocol().isHttp2();
        if (used != null && !isShared) {
            if (canRest) {
                used.rest(System.nanoTime());
            } else {
                used.close();
            }
        }
        if (isShared && !canRest && asked != null) {
            asked.reset();
        }
        destination.target().leaves(this);
    }

    void touch() {
        touched = System.nanoTime();
    }

    @Override
    public void checkIdle(long nanos) {
        var idle = group().proxy().map(Proxy::idle).orElseGet(front::idle);
        var whole = group().proxy().map(Proxy::perRequest).orElse(Duration.ZERO);
        if (isOlder(nanos - touched, idle) || isSent && cut == null && isOlder(nanos - sentAt, whole)) {
            fail(isSent ? 504 : 408);
        }
    }

    private static boolean isOlder(long nanos, Duration limit) {
        return !limit.isZero() && nanos > limit.toNanos();
    }

    @Override
    public void abandon() {
        fail(502);
    }
}
