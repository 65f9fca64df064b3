package dev.stowage.dsl.gateway;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.traffic.Alias;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An HTTP API of Amazon API Gateway: an address on the internet whose requests reach services in a network through a VPC
 * link, without a load balancer that the world can see. It is deployed at once when its routes change, and notes each request
 * in a log group, for 30 days.
 */
@ValueStyle
@Value.Immutable
public sealed interface HttpApi extends Named<HttpApi>, Place permits ImmutableHttpApi {

    /** A new one, whose VPC link stands in the private subnets of this network. */
    static HttpApi of(String name, Vpc network) {
        return ImmutableHttpApi.of(Particulars.of("API", name, "of"), network);
    }

    /** Leads requests by these routes, beside those that it has already. The most specific route takes a request. */
    default HttpApi route(ApiRoute first, ApiRoute... others) {
        var all = new ArrayList<>(routes());
        all.add(first);
        all.addAll(List.of(others));
        return ImmutableHttpApi.copyOf(this)
                .withRoutes(all)
                .withParticulars(particulars().said("route"));
    }

    /** Lets pages of other hosts call it: API Gateway answers the questions of browsers by itself. */
    default HttpApi cors(Cors cors) {
        return ImmutableHttpApi.copyOf(this)
                .withCors(cors)
                .withParticulars(particulars().said("cors"));
    }

    /**
     * Gives it this name in the DNS.
     *
     * @param hostedZone the hosted zone of Route 53 that the name belongs to, such as {@code id("Z0123456789ABC")}
     * @param host the whole name, such as {@code api.shop.example}
     * @param certificate one for this name, in the Region of the API
     */
    default HttpApi domain(Locator hostedZone, String host, Certificate certificate) {
        return ImmutableHttpApi.copyOf(this)
                .withDomain(new Alias(hostedZone, host))
                .withCertificate(certificate)
                .withParticulars(particulars().said("domain"));
    }

    /** Does not answer at the address that AWS made up. */
    default HttpApi onlyByDomain() {
        return ImmutableHttpApi.copyOf(this)
                .withIsOnlyByDomain(true)
                .withParticulars(particulars().said("onlyByDomain"));
    }

    /** Answers 429 to what is more than so many requests in a second, once so many more than that came at once. */
    default HttpApi throttle(int perSecond, int burst) {
        return ImmutableHttpApi.copyOf(this)
                .withRequestsPerSecond(perSecond)
                .withBurst(burst)
                .withParticulars(particulars().said("throttle"));
    }

    /** Counts requests, errors and latency for each route, and not for the whole alone. CloudWatch charges for that. */
    default HttpApi detailedMetrics() {
        return ImmutableHttpApi.copyOf(this)
                .withHasDetailedMetrics(true)
                .withParticulars(particulars().said("detailedMetrics"));
    }

    /** Notes no request. */
    default HttpApi withoutAccessLogs() {
        return ImmutableHttpApi.copyOf(this)
                .withHasAccessLogs(false)
                .withParticulars(particulars().said("withoutAccessLogs"));
    }

    /** Its address that AWS made up, such as {@code https://a1b2c3.execute-api.eu-west-1.amazonaws.com}. */
    default Text url() {
        return Text.attribute(this, "ApiEndpoint");
    }

    @Override
    Particulars particulars();

    @Override
    default HttpApi particulars(Particulars particulars) {
        return ImmutableHttpApi.copyOf(this).withParticulars(particulars);
    }

    /** It never exists before. */
    @Override
    default Optional<Locator> locator() {
        return Optional.empty();
    }

    /** Where its VPC link stands. */
    Vpc network();

    /** Where it leads requests. */
    List<ApiRoute> routes();

    /** Which pages of other hosts may call it. */
    Optional<Cors> cors();

    /** Its name in the DNS. */
    Optional<Alias> domain();

    /** The certificate for its name. */
    Optional<Certificate> certificate();

    /** Whether it answers by its own name only. */
    @Value.Default
    default boolean isOnlyByDomain() {
        return false;
    }

    /** How many requests it takes in a second. */
    Optional<Integer> requestsPerSecond();

    /** How many more it takes at once. */
    Optional<Integer> burst();

    /** Whether each route is counted by itself. */
    @Value.Default
    default boolean hasDetailedMetrics() {
        return false;
    }

    /** Whether each request is noted. */
    @Value.Default
    default boolean hasAccessLogs() {
        return true;
    }
}
