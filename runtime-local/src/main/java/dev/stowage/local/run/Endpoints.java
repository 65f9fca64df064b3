package dev.stowage.local.run;

import dev.stowage.local.dns.NameServer;
import dev.stowage.local.dns.Resolvers;
import dev.stowage.local.dns.Zone;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.endpoint.EndpointIds;
import dev.stowage.local.endpoint.LinkLocal;
import dev.stowage.local.endpoint.LogSink;
import dev.stowage.local.endpoint.Neighbour;
import dev.stowage.local.endpoint.Residents;
import dev.stowage.local.endpoint.RunEndpoint;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What the tasks of a run ask, at ports of this machine that its folder remembers, and at the address that all runs share. */
final class Endpoints implements AutoCloseable {

    /** What is told where nobody on this machine can have the address. */
    static final Diagnostic UNREACHED = Gap.ADDR
            .at(
                    Origin.NOWHERE,
                    "nobody can listen at 169.254.170.2, ports 80 and 53, so tasks get no metadata, no credentials of"
                            + " their roles and no names of Cloud Map, and their logs stay with the engine")
            .fix("On Linux, `sudo sysctl net.ipv4.ip_unprivileged_port_start=53` lets every user listen there; a run"
                    + " of another user may have the address, too.");

    /** What is told where the engine keeps its networks to itself. */
    static final Diagnostic APART = Gap.ADDR
            .at(
                    Origin.NOWHERE,
                    "this engine keeps its networks to itself, as it runs rootless or in a virtual machine: tasks do not reach"
                            + " this machine, so they get no metadata, no credentials of their roles, no names of Cloud Map"
                            + " and no load balancers; this machine reaches the ports of tasks through its loopback")
            .fix("An engine that root runs on this machine has all of it (`docker context use default`).");

    private static final String AWSLOGS = "awslogs";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofMillis(100);

    private final Homes homes = Homes.ofThisUser();
    private final RunFolder folder;
    private final EndpointIds ids;
    private final LogSink logs = LogSink.empty();
    private final RunEndpoint http;
    private final NameServer names;
    private volatile Optional<LinkLocal> address = Optional.empty();
    private volatile boolean isReached;

    private Endpoints(RunFolder folder, Residents residents, Credentials credentials, Supplier<Zone> zone) {
        var presence = Presence.made(folder);
        var before = presence.read();
        this.folder = folder;
        this.ids = EndpointIds.of(folder.id().value(), presence.key());
        this.http = port(
                before.map(Neighbour::http),
                port -> RunEndpoint.open(port, residents, ids, credentials, logs, Instant::now));
        this.names = port(
                before.map(Neighbour::dns),
                port -> NameServer.at(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        zone,
                        Resolvers.ofThisMachine(),
                        new SecureRandom()));
    }

    /** Something that listens at a port. */
    @FunctionalInterface
    private interface Listening<T> {
        T at(int port) throws IOException;
    }

    /** At the port that was used before, or where somebody else has that now, at one that is free. */
    private static <T> T port(Optional<Integer> before, Listening<T> listener) {
        try {
            try {
                return listener.at(before.orElse(0));
            } catch (IOException taken) {
                return listener.at(0);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The endpoints of a run with that folder, for those tasks.
     *
     * @param zone the names of the run at the moment of a question
     */
    static Endpoints open(RunFolder folder, Residents residents, Credentials credentials, Supplier<Zone> zone) {
        return new Endpoints(folder, residents, credentials, zone);
    }

    /**
     * Tells other runs where this one is asked.
     *
     * @param block the addresses of the run, such as {@code 10.200.16.0/20}
     */
    void tell(String block) {
        var slash = block.indexOf('/');
        var first = number(block.substring(0, slash));
        var last = first + (1L << (Integer.SIZE - Integer.parseInt(block.substring(slash + 1)))) - 1;
        var own =
                new Neighbour(folder.id().value(), http.port(), names.address().getPort(), first, last);
        Presence.in(folder).write(own);
    }

    /** Takes the address that all runs share, or finds another run that has it and leads to this one. */
    void join() {
        homes.note(folder.path());
        address = Optional.of(LinkLocal.ofAgent(new Neighbourhood(homes, folder.home(), System::nanoTime)));
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReached() && System.nanoTime() < end) {
            LockSupport.parkNanos(REST.toNanos());
        }
    }

    /** Whether tasks reach the run by that address; once they have, they do so again when it goes over to another run. */
    boolean isReached() {
        if (!isReached) {
            isReached = address.filter(it -> it.leadsTo(folder.id().value())).isPresent();
        }
        return isReached;
    }

    private static long number(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(address + " is no address", impossible);
        }
    }

    /** Has there be the log groups of that stack, and those that its containers take to be there. */
    void take(LocalStack stack) {
        stack.logGroups().forEach(logs::group);
        stack.tasks().forEach(this::take);
        stack.services().forEach(one -> take(one.setup()));
        stack.jobs().forEach(one -> take(one.setup()));
    }

    private void take(TaskSetup task) {
        for (var logging :
                task.containers().stream().map(ContainerSetup::logging).toList()) {
            if (logging.driver().equals(AWSLOGS)) {
                Optional.ofNullable(logging.options().get("awslogs-group")).ifPresent(logs::group);
            }
        }
    }

    /** The ids by which tasks ask. */
    EndpointIds ids() {
        return ids;
    }

    /** Where logs are sent on this machine. */
    String url() {
        return http.url();
    }

    /** The logs that were sent. */
    LogSink logs() {
        return logs;
    }

    @Override
    public void close() {
        address.ifPresent(LinkLocal::close);
        homes.forget(folder.path());
        http.close();
        try {
            names.close();
        } catch (IOException gone) {
            // The socket is gone either way.
        }
    }
}
