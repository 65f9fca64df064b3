package dev.stowage.dsl.network;

import dev.stowage.dsl.app.Handed;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A virtual private cloud, made here or existing. One made here has a public and a private subnet in each of two zones and a
 * NAT gateway in each zone.
 */
@ValueStyle
@Value.Immutable
public sealed interface Vpc extends Named<Vpc> permits ImmutableVpc {

    /** A new one with these addresses, such as {@code 10.0.0.0/16}; its subnets share them evenly. */
    static Vpc of(String name, String cidr) {
        return of(name, Text.text(cidr));
    }

    /** A new one with these addresses, which may be known only at deployment. */
    static Vpc of(String name, Text cidr) {
        return ImmutableVpc.of(Particulars.of("VPC", name, "of")).withCidr(cidr);
    }

    /**
     * One that exists. What is not said of it is unknown: subnets that are needed and not named are asked for at deployment,
     * by the parameters {@code <Name>PrivateSubnets} and {@code <Name>PublicSubnets}.
     */
    static Vpc existing(String name, Locator at) {
        return ImmutableVpc.of(Particulars.of("VPC", name, "existing")).withLocator(at);
    }

    /** Spreads it over so many zones, one to six; left out, two. */
    default Vpc zones(int count) {
        return ImmutableVpc.copyOf(this)
                .withZones(count)
                .withParticulars(particulars().said("zones"));
    }

    /** Has one NAT gateway for all zones: cheaper, and a single point of failure. */
    default Vpc sharedNat() {
        return ImmutableVpc.copyOf(this)
                .withIsNatShared(true)
                .withHasNat(true)
                .withParticulars(particulars().said("sharedNat"));
    }

    /**
     * Has no NAT gateway, which costs by the hour: nothing in its private subnets reaches the internet. Tasks stand in public
     * subnets with public addresses, or reach what they need of AWS by {@link #endpointsForTasks}.
     */
    default Vpc withoutNat() {
        return ImmutableVpc.copyOf(this)
                .withHasNat(false)
                .withIsNatShared(false)
                .withParticulars(particulars().said("withoutNat"));
    }

    /** The private subnets that an existing one has, by their ids. */
    default Vpc privateSubnets(String first, String... others) {
        return ImmutableVpc.copyOf(this)
                .withPrivateSubnets(ids(first, others))
                .withParticulars(particulars().said("privateSubnets"));
    }

    /** The public subnets that an existing one has, by their ids. */
    default Vpc publicSubnets(String first, String... others) {
        return ImmutableVpc.copyOf(this)
                .withPublicSubnets(ids(first, others))
                .withParticulars(particulars().said("publicSubnets"));
    }

    /** The isolated subnets that an existing one has, by their ids. */
    default Vpc isolatedSubnets(String first, String... others) {
        return ImmutableVpc.copyOf(this)
                .withIsolatedSubnets(ids(first, others))
                .withParticulars(particulars().said("isolatedSubnets"));
    }

    /** The private subnets that an existing one has, as a list that is handed in at deployment. */
    default Vpc privateSubnets(Handed list) {
        return handed(SubnetKind.PRIVATE, list, "privateSubnets");
    }

    /** The public subnets that an existing one has, as a list that is handed in at deployment. */
    default Vpc publicSubnets(Handed list) {
        return handed(SubnetKind.PUBLIC, list, "publicSubnets");
    }

    /** The isolated subnets that an existing one has, as a list that is handed in at deployment. */
    default Vpc isolatedSubnets(Handed list) {
        return handed(SubnetKind.ISOLATED, list, "isolatedSubnets");
    }

    private Vpc handed(SubnetKind kind, Handed list, String word) {
        var all = new TreeMap<>(handedSubnets());
        all.put(kind, list);
        return ImmutableVpc.copyOf(this)
                .withHandedSubnets(all)
                .withParticulars(particulars().said(word));
    }

    /** Has an isolated subnet in each zone, too, half as large as the others; its addresses fix 23 bits at most. */
    default Vpc isolated() {
        return ImmutableVpc.copyOf(this)
                .withHasIsolatedSubnets(true)
                .withParticulars(particulars().said("isolated"));
    }

    /**
     * Reaches these services of AWS without the internet, by their names in endpoints: {@code s3} and {@code dynamodb}, which
     * cost nothing, and others such as {@code logs}, {@code secretsmanager}, {@code ssm}, {@code sqs}, which cost by the hour
     * and zone. {@code ecr} stands for all that pulling an image needs.
     */
    default Vpc endpoints(String first, String... others) {
        var all = new ArrayList<>(servicesReached());
        all.addAll(ids(first, others));
        return ImmutableVpc.copyOf(this)
                .withServicesReached(all)
                .withParticulars(particulars().said("endpoints"));
    }

    /**
     * Reaches all that the tasks in it use of AWS without the internet, beside what {@link #endpoints} names: what it takes to
     * pull their images and write their logs, to read their secrets, to open shells, and to do what they are permitted to do.
     */
    default Vpc endpointsForTasks() {
        return ImmutableVpc.copyOf(this)
                .withIsReachingForTasks(true)
                .withParticulars(particulars().said("endpointsForTasks"));
    }

    /** Records who speaks with whom, in CloudWatch, for 30 days. */
    default Vpc flowLogs() {
        return ImmutableVpc.copyOf(this)
                .withHasFlowLogs(true)
                .withFlowLogBucket(Optional.empty())
                .withParticulars(particulars().said("flowLogs"));
    }

    /**
     * Records who speaks with whom in this bucket, for as long as it keeps it, at a lower price. One that is made here lets
     * the network write; one that exists must do so already.
     */
    default Vpc flowLogs(Bucket bucket) {
        return ImmutableVpc.copyOf(this)
                .withHasFlowLogs(true)
                .withFlowLogBucket(bucket)
                .withParticulars(particulars().said("flowLogs"));
    }

    /** Its id, such as {@code vpc-0a1b2c3d}. */
    default Text id() {
        return Text.attribute(this, "VpcId");
    }

    /** A new namespace for services in it that call each other by name, through Service Connect. */
    default Namespace namespace(String name) {
        return Namespace.of(name, this);
    }

    /** A new namespace of address records that only this network can see, such as {@code peers.internal}. */
    default Namespace dnsNamespace(String name) {
        return Namespace.dns(name, this);
    }

    /**
     * A new namespace of address records that everybody can see, such as {@code peers.example.com}: with a hosted zone of its
     * own, which answers as soon as the zone above delegates to it. ECS registers the private addresses of tasks in it, so that
     * it serves callers that reach the network, over a VPN say, and ask public DNS.
     */
    default Namespace publicNamespace(String name) {
        return Namespace.publicDns(name, this);
    }

    private static List<String> ids(String first, String... others) {
        var ids = new ArrayList<String>(others.length + 1);
        ids.add(first);
        ids.addAll(List.of(others));
        return ids;
    }

    @Override
    Particulars particulars();

    @Override
    default Vpc particulars(Particulars particulars) {
        return ImmutableVpc.copyOf(this).withParticulars(particulars);
    }

    /** The addresses of one that is made here. */
    Optional<Text> cidr();

    /** How an existing one is found. */
    Optional<Locator> locator();

    /** Over how many zones one that is made here is spread. */
    @Value.Default
    default int zones() {
        return 2;
    }

    /** Whether all zones share one NAT gateway. */
    @Value.Default
    default boolean isNatShared() {
        return false;
    }

    /** Whether its private subnets reach the internet, through NAT gateways. */
    @Value.Default
    default boolean hasNat() {
        return true;
    }

    /** Whether it has isolated subnets. */
    @Value.Default
    default boolean hasIsolatedSubnets() {
        return false;
    }

    /** The services of AWS that it reaches without the internet. */
    List<String> servicesReached();

    /** Whether it reaches without the internet what its tasks use of AWS. */
    @Value.Default
    default boolean isReachingForTasks() {
        return false;
    }

    /** Whether it records who speaks with whom. */
    @Value.Default
    default boolean hasFlowLogs() {
        return false;
    }

    /** The bucket in which it records that; none where it does so in CloudWatch. */
    Optional<Bucket> flowLogBucket();

    /** The ids of the isolated subnets of an existing one, where they are said. */
    List<String> isolatedSubnets();

    /** The subnets of an existing one that are handed in as lists, by how far they reach. */
    Map<SubnetKind, Handed> handedSubnets();

    /** The ids of the private subnets of an existing one, where they are said. */
    List<String> privateSubnets();

    /** The ids of the public subnets of an existing one, where they are said. */
    List<String> publicSubnets();
}
