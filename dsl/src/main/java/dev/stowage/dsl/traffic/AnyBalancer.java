package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.expression.Text;
import java.util.List;
import java.util.Optional;

/** A load balancer of any kind. Its security group lets callers in at the ports of its listeners and nowhere else. */
public sealed interface AnyBalancer extends Place permits LoadBalancer, NetworkLoadBalancer {

    /** Its type in Elastic Load Balancing: {@code application} or {@code network}. */
    String type();

    /** Where it stands. */
    Vpc network();

    /** Whether the world can reach it. */
    boolean isInternetFacing();

    /** Where each request or connection is noted. */
    Optional<Bucket> accessLogs();

    /** Its names in the DNS. */
    List<Alias> aliases();

    /** The security group of an existing one, where it is said. */
    default Optional<String> securityGroup() {
        return Optional.empty();
    }

    /** A metric of its own in CloudWatch, such as {@code HTTPCode_ELB_5XX_Count} or {@code ProcessedBytes}, for alarms. */
    default Metric metric(String name) {
        var isApplication = type().equals("application");
        return Metric.of(isApplication ? "AWS/ApplicationELB" : "AWS/NetworkELB", name)
                .by("LoadBalancer", Text.attribute(this, "LoadBalancerFullName"));
    }
}
