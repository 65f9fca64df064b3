package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.traffic.NetworkListener.Transport;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
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

    /** All TCP connections to this port, from 1 to 65535. */
    default NetworkRoute tcp(int port) {
        return NetworkRoute.of(listener(port, Transport.TCP));
    }

    /** All UDP packets to this port, from 1 to 65535. Tasks are asked over TCP whether they are well: say where, by a probe. */
    default NetworkRoute udp(int port) {
        return NetworkRoute.of(listener(port, Transport.UDP));
    }

    /** All TLS connections to this port, from 1 to 65535; tasks get them decrypted. */
    default NetworkRoute tls(int port, Certificate certificate) {
        var listener = listener(port, Transport.TLS);
        return NetworkRoute.of(ImmutableNetworkListener.copyOf(listener)
                .withListening(ImmutableListening.copyOf(listener.listening()).withCertificate(certificate)));
    }

    private NetworkListener listener(int port, Transport transport) {
        var word = transport.name().toLowerCase(Locale.ROOT);
        var particulars = Particulars.of("listener", name() + "-" + word + "-" + port, word);
        return ImmutableNetworkListener.of(ImmutableListening.of(particulars, this, port), transport);
    }

    /** Leads callers of each zone to tasks in all zones, and not only to those in their own. AWS charges for that traffic. */
    default NetworkLoadBalancer acrossZones() {
        return ImmutableNetworkLoadBalancer.copyOf(this)
                .withIsAcrossZones(true)
                .withParticulars(particulars().said("acrossZones"));
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
    default Optional<Locator> locator() {
        return Optional.empty();
    }

    @Override
    Vpc network();

    @Override
    boolean isInternetFacing();

    /** Whether callers of a zone are led to tasks of all zones. */
    @Value.Default
    default boolean isAcrossZones() {
        return false;
    }
}
