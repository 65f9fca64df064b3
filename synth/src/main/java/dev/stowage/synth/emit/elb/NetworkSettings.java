package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.Ec2Eip;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbLoadBalancer.LoadBalancerAttribute;
import dev.stowage.schema.resource.ElbLoadBalancer.SubnetMapping;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a Network Load Balancer beside where it stands: attributes, its names, addresses that stay. */
final class NetworkSettings {

    private final NetworkLoadBalancer balancer;
    private final Emission out;

    private NetworkSettings(NetworkLoadBalancer balancer, Emission out) {
        this.balancer = balancer;
        this.out = out;
    }

    /** Adds the resources that the words of a balancer ask for, and answers its attributes. */
    static List<LoadBalancerAttribute> emit(NetworkLoadBalancer balancer, Emission out) {
        var attributes = new ArrayList<LoadBalancerAttribute>();
        if (balancer.isAcrossZones()) {
            attributes.add(LoadBalancerAttribute.of()
                    .said(balancer.particulars().at("acrossZones"))
                    .key("load_balancing.cross_zone.enabled")
                    .value("true"));
        }
        if (balancer.accessLogs().isPresent()) {
            AccessLogs.add(balancer, attributes, out);
        }
        AliasRecords.emit(balancer, out);
        return attributes;
    }

    /** The balancer with addresses that stay, where somebody says so. */
    static ElbLoadBalancer addressed(ElbLoadBalancer properties, NetworkLoadBalancer balancer, Emission out) {
        return new NetworkSettings(balancer, out).addressed(properties);
    }

    private ElbLoadBalancer addressed(ElbLoadBalancer properties) {
        var isElastic = balancer.hasElasticAddresses().orElseThrow();
        var at = at(isElastic);
        if (isElastic != balancer.isInternetFacing()) {
            out.find(
                    "balancer.addresses.scheme",
                    at,
                    "`" + balancer.name() + "` " + (isElastic ? "is internal" : "faces the internet") + ", and has no "
                            + (isElastic ? "elastic" : "private") + " addresses that can be said.",
                    isElastic ? "Write .privateAddresses(…)." : "Write .elasticAddresses().");
        }
        var kind = balancer.isInternetFacing() ? SubnetKind.PUBLIC : SubnetKind.PRIVATE;
        if (!(Networks.subnets(balancer.network(), kind, out) instanceof ListNode subnets)) {
            out.find(
                    "balancer.addresses.subnets",
                    at,
                    "`" + balancer.name() + "` has an address in each subnet, and how many subnets its network has is "
                            + "known only at deployment.",
                    "Name the subnets of the network: .publicSubnets(\"subnet-…\", …).");
            return properties;
        }
        var mappings = new ArrayList<SubnetMapping>();
        for (var subnet : subnets.items()) {
            mappings.add(mapping(mappings.size(), subnet, isElastic));
        }
        if (!balancer.addresses().isEmpty() && balancer.addresses().size() != mappings.size()) {
            out.find(
                    "balancer.addresses.count",
                    at,
                    "`" + balancer.name() + "` has " + balancer.addresses().size() + " addresses and stands in "
                            + mappings.size() + " subnets.",
                    "Say one address for each subnet, in the order of the subnets.");
        }
        return properties.said(at).subnetMappings(mappings);
    }

    private SubnetMapping mapping(int position, Node subnet, boolean isElastic) {
        var mapping = SubnetMapping.of().said(at(isElastic)).subnetId(subnet);
        var addresses = balancer.addresses();
        if (!addresses.isEmpty()) {
            var address = TextNode.of(addresses.get(Math.min(position, addresses.size() - 1)));
            return isElastic ? mapping.allocationId(address) : mapping.privateIPv4Address(address);
        }
        var suffix = "Address" + (position + 1);
        var eip = Ec2Eip.of().said(at(isElastic)).domain("vpc");
        out.add(Draft.of(balancer, suffix, Ec2Eip.TYPE, eip)
                .at(at(isElastic))
                .after(Networks.routes(balancer.network(), SubnetKind.PUBLIC, out)));
        return mapping.allocationId(out.ref(balancer, suffix, "AllocationId"));
    }

    private Said at(boolean isElastic) {
        return balancer.particulars().at(isElastic ? "elasticAddresses" : "privateAddresses");
    }
}
