package dev.stowage.local.traffic;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Looks at requests of HTTP/1 before Vert.x does, which answers by itself where it does not know their version. */
@ChannelHandler.Sharable
final class Wire extends ChannelInboundHandlerAdapter {

    /** Under these names Vert.x has its own parts of a connection. */
    private static final String CODEC = "httpDecoder";

    private static final String VERTX = "handler";

    private static final Wire ONLY = new Wire();

    private Wire() {}

    /** A request of a version that is neither HTTP/1.0 nor HTTP/1.1. */
    static final class UnknownVersion extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownVersion(HttpVersion version) {
            super(version.text());
        }
    }

    /** Has requests of other versions over that connection be invalid ones. */
    static void watch(HttpConnection caller) {
        var pipeline = ((ConnectionBase) caller).channel().pipeline();
        // A connection of HTTP/2 has another codec.
        if (pipeline.get(CODEC) != null) {
            pipeline.addBefore(VERTX, "versions", ONLY);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && isUnknown(request.protocolVersion())) {
            request.setDecoderResult(DecoderResult.failure(new UnknownVersion(request.protocolVersion())));
            // The answer is to be of a version that there is.
            var same = request.setProtocolVersion(HttpVersion.HTTP_1_1);
            assert same == request;
        }
        context.fireChannelRead(message);
    }

    private static boolean isUnknown(HttpVersion version) {
        return !version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0);
    }
}
