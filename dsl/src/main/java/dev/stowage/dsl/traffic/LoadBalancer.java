package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.value.ValueStyle;
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
