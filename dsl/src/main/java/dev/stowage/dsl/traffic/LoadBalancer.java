package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Handed;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** An Application Load Balancer. Its security group lets callers in at the ports of its listeners and nowhere else. */
@ValueStyle
@Value.Immutable
public sealed interface LoadBalancer extends Named<LoadBalancer>, AnyBalancer permits ImmutableLoadBalancer {

    /** One that the world can reach, in the public subnets of a network. */
    static LoadBalancer internetFacing(String name, Vpc network) {
        return ImmutableLoadBalancer.of(Particulars.of("load balancer", name, "internetFacing"), network, true);
    }

    /** One for callers in the network, in its private subnets. */
    static LoadBalancer internal(String name, Vpc network) {
        return ImmutableLoadBalancer.of(Particulars.of("load balancer", name, "internal"), network, false);
    }

    /**
     * One that exists, by its resource name. Its security group, which tasks let in, is asked for at deployment by the
     * parameter {@code <Name>SecurityGroup} unless it is said.
     */
    static LoadBalancer existing(String name, Locator at, Vpc network) {
        return ImmutableLoadBalancer.of(Particulars.of("load balancer", name, "existing"), network, true)
                .withLocator(at);
    }

    /** The security group that an existing one has, by its id. */
    default LoadBalancer securityGroup(String id) {
        return ImmutableLoadBalancer.copyOf(this)
                .withSecurityGroup(id)
                .withParticulars(particulars().said("securityGroup"));
    }

    /** Listens at port 80. */
    default HttpListener http() {
        return http(80);
    }

    /** Listens at this port, from 1 to 65535. */
    default HttpListener http(int port) {
        return HttpListener.of(this, port);
    }

    /** Listens at port 443. */
    default HttpsListener https(Certificate certificate) {
        return https(443, certificate);
    }

    /** Listens at this port, from 1 to 65535. */
    default HttpsListener https(int port, Certificate certificate) {
        return HttpsListener.of(this, port, certificate);
    }

    /**
     * Notes each request in this bucket. One that is made here lets load balancers of its account write; one that exists must
     * do so already. Its objects are encrypted with keys of S3, and no other.
     */
    default LoadBalancer accessLogs(Bucket bucket) {
        return ImmutableLoadBalancer.copyOf(this)
                .withAccessLogs(bucket)
                .withParticulars(particulars().said("accessLogs"));
    }

    /** Closes a connection on which nothing was sent for this long, 1 s to 4,000 s; left out, 60 s. */
    default LoadBalancer idleTimeout(Duration time) {
        return ImmutableLoadBalancer.copyOf(this)
                .withIdleTimeout(time)
                .withParticulars(particulars().said("idleTimeout"));
    }

    /** Lets this web ACL of AWS WAF look at each request. */
    default LoadBalancer protectedBy(Arn webAcl) {
        return ImmutableLoadBalancer.copyOf(this)
                .withWebAcl(webAcl)
                .withParticulars(particulars().said("protectedBy"));
    }

    /** Lets this web ACL, which is handed in, look at each request. */
    default LoadBalancer protectedBy(Handed webAcl) {
        return ImmutableLoadBalancer.copyOf(this)
                .withWebAcl(webAcl)
                .withParticulars(particulars().said("protectedBy"));
    }

    /**
     * Gives it this name in the DNS, beside those that it has already.
     *
     * @param hostedZone the hosted zone of Route 53 that the name belongs to, such as {@code id("Z0123456789ABC")}
     * @param host the whole name, such as {@code shop.example}
     */
    default LoadBalancer alias(Locator hostedZone, String host) {
        var all = new ArrayList<>(aliases());
        all.add(new Alias(hostedZone, host));
        return ImmutableLoadBalancer.copyOf(this)
                .withAliases(all)
                .withParticulars(particulars().said("alias"));
    }

    /** Its name in the DNS that AWS made up. */
    default Text address() {
        return Text.attribute(this, "DNSName");
    }

    /** Whether nothing was said of it but where it stands. */
    default boolean isPlain() {
        return accessLogs().isEmpty()
                && idleTimeout().isEmpty()
                && webAcl().isEmpty()
                && aliases().isEmpty();
    }

    @Override
    Optional<Locator> locator();

    @Override
    Optional<String> securityGroup();

    @Override
    Optional<Bucket> accessLogs();

    /** After how long without a word a connection is closed. */
    Optional<Duration> idleTimeout();

    /** The web ACL that looks at each request. */
    Optional<Locator> webAcl();

    @Override
    List<Alias> aliases();

    @Override
    Particulars particulars();

    @Override
    default LoadBalancer particulars(Particulars particulars) {
        return ImmutableLoadBalancer.copyOf(this).withParticulars(particulars);
    }

    @Override
    default String type() {
        return "application";
    }

    @Override
    Vpc network();

    @Override
    boolean isInternetFacing();
}
