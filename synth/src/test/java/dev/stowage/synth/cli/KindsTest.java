package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

    @ParameterizedTest
    @CsvSource({
        "AWS::ECS::TaskDefinition, task definition",
        "AWS::EC2::VPC, VPC",
        "AWS::EC2::VPCGatewayAttachment, VPC gateway attachment",
        "AWS::EC2::NatGateway, nat gateway",
        "AWS::IAM::Role, role",
        "AWS::EC2::SecurityGroupIngress, ingress rule",
        "AWS::SSM::Parameter, parameter",
        "AWS::WAFv2::WebACL, web ACL",
        "AWS::WAFv2::WebACLAssociation, web ACL association",
        "Custom::CertificateValidator, certificate validator"
    })
    void namesAKindOfResource(String type, String noun) {
        assertThat(Kinds.noun(type)).isEqualTo(noun);
    }

    @Test
    void putsWhatRunsFirstThenWhatBringsTrafficThenTheRestByNumber() {
        var resources = new ArrayList<Resource>();
        for (var type : new String[] {
            "AWS::IAM::Role", "AWS::EC2::VPC", "AWS::IAM::Role", "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::ECS::Cluster", "AWS::ECS::Service", "AWS::ECS::Service", "AWS::EC2::Subnet"
        }) {
            resources.add(Resource.of("R" + resources.size(), type, ObjectNode.empty(), Origin.NOWHERE));
        }

        assertThat(Kinds.of(resources).text())
                .isEqualTo("2 services, 1 cluster, 1 load balancer, 2 roles, 1 subnet, 1 VPC");
    }
}
