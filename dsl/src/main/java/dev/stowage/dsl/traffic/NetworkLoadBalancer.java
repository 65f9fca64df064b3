package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.traffic.NetworkListener.Transport;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** A Network Load Balancer: one route for each of its ports. Its security group lets callers in at these and nowhere else. */
@ValueStyle
@Value.Immutable
public sealed interface NetworkLoadBalancer extends Named<NetworkLoadBalancer>, AnyBalancer
        permits ImmutableNetworkLoadBalancer {

    /** One that the world can reach, in the public subnets of a network. */
    static NetworkLoadBalancer internetFacing(String name, Vpc network) {
        var particulars = Particulars.of("network load balancer", name, "internetFacing");
        return ImmutableNetworkLoadBalancer.of(particulars, network, true);
    }

    /** One for callers in the network, in its private subnets. */
    static NetworkLoadBalancer internal(String name, Vpc network) {
        var particulars = Particulars.of("network load balancer", name, "internal");
        return ImmutableNetworkLoadBalancer.of(particulars, network, false);
    }

    /**
     * One that exists, by its resource name: ports that services stand behind are listeners of this app on it. Its security
     * group, which tasks let in, is asked for at deployment by the parameter {@code <Name>SecurityGroup} unless it is said.
     */
    static NetworkLoadBalancer existing(String name, Locator at, Vpc network) {
        var particulars = Particulars.of("network load balancer", name, "existing");
        return ImmutableNetworkLoadBalancer.of(particulars, network, true).withLocator(at);
    }

    /** The security group that an existing one has, by its id. */
    default NetworkLoadBalancer securityGroup(String id) {
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withSecurityGroup(id)
                .withParticulars(particulars().said("securityGroup"));
    }

    /** All TCP connections to this port, from 1 to 65535. */
    default NetworkRoute tcp(int port) {
        return NetworkRoute.of(listener(port, Transport.TCP));
    }

    /** All UDP packets to this port, from 1 to 65535. Tasks are asked over TCP whether they are well: say where, by a probe. */
    default NetworkRoute udp(int port) {
        return NetworkRoute.of(listener(port, Transport.UDP));
    }

    /** All TCP connections and UDP packets to this port, as for DNS: the task listens for both at one port. */
    default NetworkRoute tcpUdp(int port) {
        return NetworkRoute.of(listener(port, Transport.TCP_UDP));
    }

    /** All TLS connections to this port, from 1 to 65535; tasks get them decrypted. */
    default TlsRoute tls(int port, Certificate certificate) {
        var listener = listener(port, Transport.TLS);
        return TlsRoute.of(ImmutableNetworkListener.copyOf(listener)
                .withListening(ImmutableListening.copyOf(listener.listening()).withCertificate(certificate)));
    }

    private NetworkListener listener(int port, Transport transport) {
        var word = transport == Transport.TCP_UDP ? "tcpUdp" : transport.name().toLowerCase(Locale.ROOT);
        var particulars = Particulars.of("listener", name() + "-" + word.toLowerCase(Locale.ROOT) + "-" + port, word);
        return ImmutableNetworkListener.of(ImmutableListening.of(particulars, this, port), transport);
    }

    /** Leads callers of each zone to tasks in all zones, and not only to those in their own. AWS charges for that traffic. */
    default NetworkLoadBalancer acrossZones() {
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withIsAcrossZones(true)
                .withParticulars(particulars().said("acrossZones"));
    }

    /**
     * Has an address in each zone that stays the same for as long as it stands, one for each public subnet: made here, and
     * only for one that faces the internet.
     */
    default NetworkLoadBalancer elasticAddresses() {
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withHasElasticAddresses(true)
                .withParticulars(particulars().said("elasticAddresses"));
    }

    /** Has these addresses, by the ids of their allocations, {@code eipalloc-…}: one for each public subnet, in its order. */
    default NetworkLoadBalancer elasticAddresses(String first, String... others) {
        var ids = new ArrayList<String>(others.length + 1);
        ids.add(first);
        ids.addAll(List.of(others));
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withHasElasticAddresses(true)
                .withAddresses(ids)
                .withParticulars(particulars().said("elasticAddresses"));
    }

    /** Has these addresses of its network, one for each private subnet, in its order: only for an internal one. */
    default NetworkLoadBalancer privateAddresses(String first, String... others) {
        var addresses = new ArrayList<String>(others.length + 1);
        addresses.add(first);
        addresses.addAll(List.of(others));
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withHasElasticAddresses(false)
                .withAddresses(addresses)
                .withParticulars(particulars().said("privateAddresses"));
    }

    /**
     * Notes each TLS connection in this bucket; nothing is noted of TCP and UDP. One that is made here lets load balancers of
     * its account write; one that exists must do so already.
     */
    default NetworkLoadBalancer accessLogs(Bucket bucket) {
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withAccessLogs(bucket)
                .withParticulars(particulars().said("accessLogs"));
    }

    /**
     * Gives it this name in the DNS, beside those that it has already.
     *
     * @param hostedZone the hosted zone of Route 53 that the name belongs to, such as {@code id("Z0123456789ABC")}
     * @param host the whole name, such as {@code mail.example}
     */
    default NetworkLoadBalancer alias(Locator hostedZone, String host) {
        var all = new ArrayList<>(aliases());
        all.add(new Alias(hostedZone, host));
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withAliases(all)
                .withParticulars(particulars().said("alias"));
    }

    /** Its name in the DNS. */
    default Text address() {
        return Text.attribute(this, "DNSName");
    }

    @Override
    Particulars particulars();

    @Override
    default NetworkLoadBalancer particulars(Particulars particulars) {
        return ImmutableNetworkLoadBalancer.copyOf(this).withParticulars(particulars);
    }

    @Override
    default String type() {
        return "network";
    }

    @Override
    Optional<Locator> locator();

    @Override
    Optional<String> securityGroup();

    @Override
    Vpc network();

    @Override
    boolean isInternetFacing();

    @Override
    Optional<Bucket> accessLogs();

    @Override
    List<Alias> aliases();

    /** Whether it has addresses that stay: {@code Optional.empty()} where AWS gives it what it has. */
    Optional<Boolean> hasElasticAddresses();

    /** The addresses that it has, or their allocations; empty where they are made here. */
    List<String> addresses();

    /** Whether callers of a zone are led to tasks of all zones. */
    @Value.Default
    default boolean isAcrossZones() {
        return false;
    }
}
