package dev.stowage.synth.emit.ec2;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Port;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.Ec2VpcEndpoint;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Ways from a network to services of AWS that do not lead over the internet: gateways in the route tables for S3 and
 * DynamoDB, and addresses in the subnets for all others, behind one security group that lets the network in at port 443.
 */
final class VpcEndpoints {

    private static final String GROUP = "EndpointSecurityGroup";
    private static final Port HTTPS = Port.tcp(443);

    private VpcEndpoints() {}

    /** The names of the services that a network reaches, with those that others need: layers of ECR images lie in S3. */
    static Collection<String> services(Vpc network, Emission out) {
        var services = new TreeSet<String>();
        if (network.isReachingForTasks()) {
            TaskNeeds.addAll(network, services, out);
        }
        for (var said : network.servicesReached()) {
            if (said.equals("ecr")) {
                services.addAll(List.of("ecr.api", "ecr.dkr", "s3"));
            } else {
                services.add(said);
            }
        }
        return services;
    }

    /** Adds the endpoints of a network. */
    static void emit(Vpc network, Emission out) {
        var word = network.servicesReached().isEmpty() ? "endpointsForTasks" : "endpoints";
        var at = network.particulars().at(word);
        var hasGroup = false;
        for (var service : services(network, out)) {
            var endpoint = Ec2VpcEndpoint.of()
                    .said(at)
                    .vpcId(out.ref(network, VpcEmitter.VPC))
                    .serviceName(CallNode.of("Fn::Sub", TextNode.of("com.amazonaws.${AWS::Region}." + service)));
            if (service.equals("s3") || service.equals("dynamodb")) {
                endpoint = endpoint.vpcEndpointType("Gateway").routeTableIds(tables(network, out));
            } else {
                if (!hasGroup) {
                    group(network, at, out);
                    hasGroup = true;
                }
                endpoint = endpoint.vpcEndpointType("Interface")
                        .privateDnsEnabled(true)
                        .subnetIds(Networks.subnets(network, kind(network), out))
                        .securityGroupIds(ListNode.of(out.ref(network, GROUP, "GroupId")));
            }
            out.add(Draft.of(network, Names.pascal(service) + "Endpoint", Ec2VpcEndpoint.TYPE, endpoint)
                    .kind(Kind.VPC_ENDPOINT)
                    .at(at));
        }
    }

    private static SubnetKind kind(Vpc network) {
        return network.hasIsolatedSubnets() ? SubnetKind.ISOLATED : SubnetKind.PRIVATE;
    }

    private static void group(Vpc network, Said at, Emission out) {
        SecurityGroups.emit(network, GROUP, network, "Endpoints of", out);
        SecurityGroups.admit(
                network,
                "EndpointIngress",
                out.ref(network, GROUP, "GroupId"),
                out.ref(network, VpcEmitter.VPC, "CidrBlock"),
                HTTPS,
                at.because("its tasks call the endpoints"),
                out);
    }

    private static ListNode tables(Vpc network, Emission out) {
        var tables = new ArrayList<Node>();
        tables.add(out.ref(network, VpcEmitter.PUBLIC_TABLE));
        for (var zone = 1; zone <= VpcEmitter.zones(network); zone++) {
            tables.add(out.ref(network, VpcEmitter.PRIVATE_TABLE + zone));
        }
        if (network.hasIsolatedSubnets()) {
            tables.add(out.ref(network, VpcEmitter.ISOLATED_TABLE));
        }
        return ListNode.of(tables);
    }
}
