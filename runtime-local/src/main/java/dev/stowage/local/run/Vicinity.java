package dev.stowage.local.run;

import dev.stowage.local.dns.Instance;
import dev.stowage.local.dns.NameServer;
import dev.stowage.local.dns.RecordType;
import dev.stowage.local.dns.Resolvers;
import dev.stowage.local.dns.ServiceName;
import dev.stowage.local.dns.Zone;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.endpoint.EndpointIds;
import dev.stowage.local.endpoint.LinkLocal;
import dev.stowage.local.endpoint.LogSink;
import dev.stowage.local.endpoint.RunEndpoint;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Booking;
import dev.stowage.local.engine.docker.DockerEngine;
import dev.stowage.local.engine.docker.Surroundings;
import dev.stowage.local.stack.DiscoveryService;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.StandIn;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What the tasks of a run find around them: ECS's own endpoints at ECS's own address, and the names of their namespaces. That
 * address belongs to one process of this machine, which passes questions on to the run that they are about.
 */
final class Vicinity implements Surroundings, AutoCloseable {

    private static final String ENDPOINT = "169.254.170.2";
    private static final int HTTP = 80;
    private static final int DNS = 53;
    private static final int KEY_BYTES = 32;
    private static final int REACH_MILLIS = 500;

    private final Book book;
    private final EndpointIds ids;
    private final LogSink logs = LogSink.empty();
    private final Neighbours neighbours;
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile Optional<DockerEngine> engine = Optional.empty();
    private volatile boolean answers;

    Vicinity(RunId run, Book book) {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        this.book = book;
        this.ids = EndpointIds.of(run.value(), key);
        this.neighbours = new Neighbours(run);
    }

    /** Begins to answer, once the network of the run is there; whether tasks can ask. */
    boolean open(DockerEngine of) {
        engine = Optional.of(of);
        try {
            var endpoint = RunEndpoint.open(0, new Tenants(of, book), ids, Credentials.NONE, logs, Instant::now);
            open.add(endpoint);
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var names = NameServer.at(loopback, this::zone, Resolvers.ofThisMachine(), new Random());
            open.add(names);
            neighbours.enter(endpoint.port(), names.address().getPort(), of.block());
            open.add(LinkLocal.at(
                    new InetSocketAddress(ENDPOINT, HTTP), new InetSocketAddress(ENDPOINT, DNS), neighbours::all));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        answers = isReached();
        return answers;
    }

    private static boolean isReached() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(ENDPOINT, DNS), REACH_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    @Override
    public Map<String, String> environment(ContainerId container, Booking task) {
        var told = new LinkedHashMap<String, String>();
        if (answers) {
            var id = ids.of(container);
            told.put("ECS_CONTAINER_METADATA_URI", "http://" + ENDPOINT + "/v3/" + id);
            told.put("ECS_CONTAINER_METADATA_URI_V4", "http://" + ENDPOINT + "/v4/" + id);
            told.put("ECS_AGENT_URI", "http://" + ENDPOINT + "/api/" + id);
            if (task.setup().roles().task().isPresent()) {
                var path = "/v2/credentials/" + ids.ofRole(container.task());
                told.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", path);
            }
        }
        return told;
    }

    @Override
    public List<String> nameServers() {
        return answers ? List.of(ENDPOINT) : List.of();
    }

    /** The names that stand for load balancers and for this machine: both are at the address that it has in the network. */
    @Override
    public Map<String, String> hosts(Booking task) {
        var hosts = new LinkedHashMap<String, String>();
        for (var standIn : book.stack().map(LocalStack::standIns).orElse(List.<StandIn>of())) {
            engine.ifPresent(it -> hosts.put(standIn.host(), it.gateway()));
        }
        return hosts;
    }

    /** The names of the namespaces, with the tasks that run now. */
    private Zone zone() {
        var names = new ArrayList<ServiceName>();
        var spaces = new ArrayList<String>();
        for (var namespace : book.stack().map(LocalStack::namespaces).orElse(List.of())) {
            spaces.add(namespace.name());
            for (var service : namespace.services()) {
                names.add(name(service, namespace.name()));
            }
        }
        return Zone.of(spaces, names);
    }

    private ServiceName name(DiscoveryService service, String namespace) {
        var types = EnumSet.noneOf(RecordType.class);
        var ttl = 0;
        for (var one : service.records()) {
            types.add(RecordType.valueOf(one.type()));
            ttl = one.ttl();
        }
        return new ServiceName(service.name() + "." + namespace, types, ttl, service.weighted(), instances(service));
    }

    private List<Instance> instances(DiscoveryService service) {
        var found = new ArrayList<Instance>();
        for (var task : book.live()) {
            if (task.status() == TaskStatus.RUNNING && task.isWanted()) {
                book.service(task).ifPresent(setup -> add(task, setup, service, found));
            }
        }
        return found;
    }

    private void add(Task task, ServiceSetup setup, DiscoveryService service, List<Instance> found) {
        for (var registration : setup.registrations()) {
            if (registration.discovery().equals(service.key())) {
                var port = registration.port().orElse(0);
                engine.flatMap(it -> it.address(task.id()))
                        .flatMap(address -> ip(address.ip()))
                        .ifPresent(ip -> found.add(
                                new Instance(task.id().value(), ip, port, task.health() != Health.UNHEALTHY)));
            }
        }
    }

    private static Optional<Inet4Address> ip(String text) {
        try {
            return InetAddress.getByName(text) instanceof Inet4Address address
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IOException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        neighbours.leave();
        for (var i = open.size() - 1; i >= 0; i--) {
            close(open.get(i));
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception gone) {
            // It is gone either way.
        }
    }
}
