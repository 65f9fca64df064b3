package dev.stowage.local.endpoint;

import dev.stowage.local.dns.NameServer;
import dev.stowage.local.dns.Resolvers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The address at which every task of every run on this machine asks ECS, 169.254.170.2 with its ports for HTTP and DNS. One
 * process has it; it passes each question on to the run that it is about, by the id in the path or by the address of the
 * caller. All others keep trying to get it, so that it goes over to one of them when that process ends.
 */
public final class LinkLocal implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String ADDRESS = "169.254.170.2";
    private static final int HTTP = 80;
    private static final int DNS = 53;
    private static final int INTROSPECTION = 51_678;

    private final InetSocketAddress http;
    private final InetSocketAddress dns;
    private final Optional<InetSocketAddress> introspection;
    private final Supplier<List<Neighbour>> runs;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Thread trying = new Thread(this::tryAgain, "stowage-link-local");
    private volatile boolean isClosed;
    private volatile Optional<Door> door = Optional.empty();
    private volatile Optional<NameServer> names = Optional.empty();
    private volatile Optional<Door> agent = Optional.empty();

    private LinkLocal(
            InetSocketAddress http,
            InetSocketAddress dns,
            Optional<InetSocketAddress> introspection,
            Supplier<List<Neighbour>> runs) {
        this.http = http;
        this.dns = dns;
        this.introspection = introspection;
        this.runs = runs;
    }

    /**
     * Takes these addresses if they are free, and waits for them if they are not.
     *
     * @param runs the runs of this machine at the moment of a question
     */
    public static LinkLocal at(InetSocketAddress http, InetSocketAddress dns, Supplier<List<Neighbour>> runs) {
        return at(http, dns, Optional.empty(), runs);
    }

    /**
     * Takes the addresses of ECS's agent: 169.254.170.2 with ports 80 and 53, and with them 127.0.0.1:51678 for introspection
     * unless that is in use.
     *
     * @param runs the runs of this machine at the moment of a question
     */
    public static LinkLocal ofAgent(Supplier<List<Neighbour>> runs) {
        var agent = new InetSocketAddress(InetAddress.getLoopbackAddress(), INTROSPECTION);
        return at(new InetSocketAddress(ADDRESS, HTTP), new InetSocketAddress(ADDRESS, DNS), Optional.of(agent), runs);
    }

    /** The same, with introspection there. */
    static LinkLocal at(
            InetSocketAddress http,
            InetSocketAddress dns,
            Optional<InetSocketAddress> introspection,
            Supplier<List<Neighbour>> runs) {
        var address = new LinkLocal(http, dns, introspection, runs);
        address.take();
        address.trying.setDaemon(true);
        address.trying.start();
        return address;
    }

    /** Whether this process has the address. */
    public boolean isHolder() {
        return door.isPresent();
    }

    /** Whether whoever has the address finds that run by it: this process, or another. */
    public boolean leadsTo(String run) {
        if (isHolder()) {
            return true;
        }
        var uri = URI.create("http://" + http.getHostString() + ":" + http.getPort() + EndpointIds.probe(run));
        try {
            var answer =
                    client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
            return answer.body().contains(Desk.NOBODY);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        isClosed = true;
        trying.interrupt();
        release();
    }

    private synchronized void release() {
        door.ifPresent(Door::close);
        door = Optional.empty();
        names.ifPresent(LinkLocal::close);
        names = Optional.empty();
        agent.ifPresent(Door::close);
        agent = Optional.empty();
    }

    private static void close(NameServer server) {
        try {
            server.close();
        } catch (IOException e) {
            // The socket is gone either way.
        }
    }

    private void tryAgain() {
        while (!isClosed) {
            try {
                Thread.sleep(AGAIN.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            take();
        }
    }

    private synchronized void take() {
        if (isClosed || isHolder()) {
            return;
        }
        try {
            var taken = Door.at(http, false, this::pass);
            door = Optional.of(taken);
            names = Optional.of(NameServer.passing(dns, this::serverOf));
        } catch (IOException e) {
            // Somebody else has it, or this user may not: whoever needs it asks whether it is held by anybody.
            release();
            return;
        }
        try {
            agent = introspection.isPresent()
                    ? Optional.of(Door.at(introspection.get(), false, this::introspect))
                    : Optional.empty();
        } catch (IOException e) {
            // An agent of AWS runs on this machine; its port stays its own.
        }
    }

    private Told introspect(Asked asked) {
        return Introspection.everywhere(asked, runs.get().stream().map(run -> pass(asked, run)));
    }

    private Told pass(Asked asked) {
        var id = asked.path().stream()
                .map(EndpointIds::runOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        var run = find(one -> id.contains(one.run())).or(() -> find(one -> one.isFrom(number(asked.caller()))));
        return run.map(one -> pass(asked, one))
                .orElseGet(() -> Told.refused(Told.NOT_FOUND, "no run of this machine is meant"));
    }

    private Told pass(Asked asked, Neighbour run) {
        var path = "/" + String.join("/", asked.path());
        var query = asked.query().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + run.http() + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(PATIENCE)
                .header(Door.CALLER, asked.caller())
                .method(asked.method(), BodyPublishers.ofString(asked.body()))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Told(response.statusCode(), response.body());
        } catch (IOException e) {
            return Told.refused(Told.UNAVAILABLE, "run `" + run.run() + "` does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Told.refused(Told.UNAVAILABLE, "the run ends");
        }
    }

    private Resolvers serverOf(InetAddress caller) {
        return find(one -> one.isFrom(number(caller.getHostAddress())))
                .map(one -> Resolvers.at(
                        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), one.dns())), PATIENCE))
                .orElseGet(Resolvers::ofThisMachine);
    }

    private Optional<Neighbour> find(Predicate<Neighbour> wanted) {
        return runs.get().stream().filter(wanted).findFirst();
    }

    private static long number(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == Integer.BYTES
                    ? Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt())
                    : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
