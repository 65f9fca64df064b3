package dev.stowage.synth.write;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An AWS account on this machine in which nothing is deployed: it knows who calls, and no stack. */
final class NoStacks implements AutoCloseable {

    private static final String CALLER = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
            <Arn>arn:aws:iam::123456789012:user/test</Arn><UserId>TEST</UserId><Account>123456789012</Account>
            </GetCallerIdentityResult></GetCallerIdentityResponse>
            """;

    private static final String NO_STACK = """
            <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>
            <Code>ValidationError</Code><Message>Stack with id %s does not exist</Message></Error></ErrorResponse>
            """;

    private final HttpServer server;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    private NoStacks(HttpServer server) {
        this.server = server;
    }

    static NoStacks start() throws IOException {
        var account = new NoStacks(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        account.server.createContext("/", account::answer);
        account.server.start();
        return account;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked: the path and the parameters of each request. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestURI() + " " + request);
        var isCaller = request.contains("Action=GetCallerIdentity");
        var text = isCaller ? CALLER : NO_STACK.formatted(stack(request));
        var answer = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(isCaller ? 200 : 400, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String stack(String request) {
        for (var parameter : request.split("&")) {
            if (parameter.startsWith("StackName=")) {
                return parameter.substring("StackName=".length());
            }
        }
        return "";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
