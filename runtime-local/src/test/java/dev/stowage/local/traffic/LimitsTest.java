package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.semantics.routing.ForwardedFor;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a listener makes of callers that say too much, too little, something strange, or go away. */
@Behaviour("14.6")
class LimitsTest {

    private static final TargetGroup WEB = TargetGroup.http("web");
    private static final ListenerRules<Action> ALL = ListenerRules.of(List.of(), Action.Forward.to("web"));

    private static Balancer.Settings settings(int idle, int keepAlive) {
        return new Balancer.Settings(
                Duration.ofSeconds(idle), Duration.ofSeconds(keepAlive), ForwardedFor.APPEND, false, false, false);
    }

    private static String statusLine(String answer) {
        // What cannot be read as a request is answered as one of the oldest version.
        assertThat(answer).matches("(?s)HTTP/1\\.[01] .*");
        return answer.substring("HTTP/1.1 ".length(), answer.indexOf('\r'));
    }

    @Test
    void is414ForALineThatIsTooLongAnd505ForAVersionThatIsNotHttp1() {
        try (var a = Upstream.named("a");
                var site = Site.of(WEB).with(a)) {
            assertThat(statusLine(site.raw("GET /" + "x".repeat(17_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")))
                    .isEqualTo("414 Request-URI Too Large");
            assertThat(statusLine(site.raw("GET / HTTP/3.0\r\nHost: a\r\n\r\n")))
                    .isEqualTo("505 HTTP Version Not Supported");
            assertThat(statusLine(site.raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")))
                    .isEqualTo("505 HTTP Version Not Supported");
        }
    }

    @Test
    void is408WhereTheRestOfARequestDoesNotCome() throws IOException {
        try (var a = Upstream.named("a");
                var site = Site.of(WEB, settings(1, 3600), ALL).with(a);
                var socket = new Socket("127.0.0.1", site.port())) {
            socket.setSoTimeout(20_000);
            write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");

            assertThat(reader(socket).readLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
        }
    }

    @Test
    void aConnectionOverWhichNothingComesIsClosed() throws IOException {
        try (var a = Upstream.named("a");
                var site = Site.of(WEB, settings(1, 3600), ALL).with(a);
                var socket = new Socket("127.0.0.1", site.port())) {
            socket.setSoTimeout(20_000);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionThatIsOldEndsBehindItsNextAnswer() throws IOException {
        try (var a = Upstream.named("a");
                var site = Site.of(WEB, settings(60, 1), ALL).with(a);
                var socket = new Socket("127.0.0.1", site.port())) {
            socket.setSoTimeout(20_000);
            var answers = 0;
            var lines = reader(socket);
            for (var isOpen = true; isOpen; ) {
                write(socket, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                var head = head(lines);
                assertThat(head.get(0)).isEqualTo("HTTP/1.1 200 OK");
                assertThat(lines.read()).isEqualTo('a');
                answers++;
                isOpen = head.stream().noneMatch("connection: close"::equalsIgnoreCase);
            }

            assertThat(answers).isGreaterThan(1);
            assertThat(lines.read()).isEqualTo(-1);
        }
    }

    private static List<String> head(BufferedReader lines) throws IOException {
        var head = new ArrayList<String>();
        for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.add(line);
        }
        return head;
    }

    @Test
    void is460ForNobodyWhoHangsUpAndTheTargetIsToldByAClosedConnection()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var site = Site.of(WEB.asked(OwnStatusTest.unasked()))) {
            var hears = new FutureTask<>(() -> {
                try (var socket = server.accept()) {
                    var lines = reader(socket);
                    assertThat(head(lines).get(0)).isEqualTo("GET /slow HTTP/1.1");
                    return lines.read();
                }
            });
            new Thread(hears).start();
            site.has(new Target(new TaskId("x"), "web", "127.0.0.1", server.getLocalPort()));
            try (var socket = new Socket("127.0.0.1", site.port())) {
                write(socket, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            }

            assertThat(hears.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    /** What a listener says where the only target answers like that, and then nothing more. */
    private static String answered(Balancer.Settings settings, TargetGroup group, String answer)
            throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var site = Site.of(group.asked(OwnStatusTest.unasked()), settings, ALL)) {
            var says = new Thread(() -> say(server, answer));
            says.start();
            site.has(new Target(new TaskId("x"), "web", "127.0.0.1", server.getLocalPort()));
            var status = statusLine(site.raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
            says.join(20_000);
            return status;
        }
    }

    private static void say(ServerSocket server, String answer) {
        try (var socket = server.accept()) {
            assertThat(socket.getInputStream().read()).isNotNegative();
            write(socket, answer);
            // Until the balancer has enough.
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            assertThat(e).isInstanceOf(java.net.SocketException.class);
        }
    }

    @Test
    void is502WhereTheHeadOfAnAnswerIsTooLongOrNoneAndWhereNoTlsIsSpoken() throws IOException, InterruptedException {
        var long33 = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX: " + "x".repeat(33 * 1024) + "\r\n\r\n";
        var secure = WEB.speaking(TargetGroup.Protocol.HTTPS);

        assertThat(answered(settings(60, 3600), WEB, long33)).isEqualTo("502 Bad Gateway");
        assertThat(answered(settings(60, 3600), WEB, "nonsense\r\n\r\n")).isEqualTo("502 Bad Gateway");
        assertThat(answered(settings(60, 3600), secure, "nonsense\r\n\r\n")).isEqualTo("502 Bad Gateway");
    }

    @Test
    void is504WhereTheBodyThatAnAnswerPromisesDoesNotCome() throws IOException, InterruptedException {
        assertThat(answered(settings(1, 3600), WEB, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"))
                .isEqualTo("504 Gateway Time-out");
    }

    @Test
    void whatCouldSmuggleASecondRequestIsRefused() {
        try (var a = Upstream.named("a");
                var site = Site.of(WEB).with(a)) {
            assertThat(statusLine(
                            site.raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")))
                    .isEqualTo("400 Bad Request");
            assertThat(statusLine(site.raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n")))
                    .isEqualTo("400 Bad Request");
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
}
