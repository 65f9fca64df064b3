package dev.stowage.schema.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedViewsTest {

    @Test
    void nameTheirTypeAsTheCatalogueDoes() {
        assertThat(Catalogue.standard().names())
                .contains(
                        EcsCluster.TYPE,
                        EcsClusterCapacityProviderAssociations.TYPE,
                        EcsService.TYPE,
                        EcsTaskDefinition.TYPE,
                        ElbListener.TYPE,
                        ElbListenerRule.TYPE,
                        ElbLoadBalancer.TYPE,
                        ElbTargetGroup.TYPE,
                        AppScalingScalableTarget.TYPE,
                        AppScalingScalingPolicy.TYPE,
                        AutoScalingGroup.TYPE,
                        Ec2Vpc.TYPE,
                        Ec2Subnet.TYPE,
                        Ec2SecurityGroup.TYPE,
                        Ec2SecurityGroupIngress.TYPE,
                        IamRole.TYPE,
                        IamPolicy.TYPE,
                        LogsLogGroup.TYPE);
    }
}
