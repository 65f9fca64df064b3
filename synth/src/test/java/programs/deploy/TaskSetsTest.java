package programs.deploy;

import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.taskSets;
import static dev.stowage.dsl.task.Port.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.synth.rule.Checker;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Services whose task sets somebody makes: whoever is outside, or the stack. */
class TaskSetsTest {

    private static final Outcome OUTSIDE = Shop.deployed(taskSets());
    private static final Outcome HERE = Shop.deployed(taskSets().madeHere());

    @Test
    void leavesToATaskSetWhatEcsWantsThere() {
        var said = new ArrayList<String>();
        var properties = OUTSIDE.resource("WebService").properties();
        for (var i = 0; i < properties.size(); i++) {
            said.add(properties.key(i));
        }
        assertThat(said)
                .containsExactlyInAnyOrder(
                        "Cluster", "EnableECSManagedTags", "PropagateTags", "DeploymentController", "DesiredCount");
        assertThat(OUTSIDE.text("WebService", "DeploymentController")).isEqualTo("{\"Type\": \"EXTERNAL\"}");
        assertThat(OUTSIDE.model().findings()).isEmpty();
        assertThat(Checker.check(OUTSIDE.model()).findings()).isEmpty();
    }

    @Test
    void showsTheCommandThatMakesATaskSet() {
        assertThat(OUTSIDE.ids()).contains("WebTaskDefinition", "WebFront8080TargetGroup");
        assertThat(OUTSIDE.ids()).doesNotContain("WebTaskSet", "WebFront8080AlternateTargetGroup");
        assertThat(OUTSIDE.json("shop"))
                .contains("\"WebTaskSet\"", "aws ecs create-task-set --cluster ")
                .contains(" --capacity-provider-strategy capacityProvider=FARGATE,base=0,weight=1")
                .contains("subnet-11", ",containerName=web,containerPort=8080", " --scale value=100,unit=PERCENT");
    }

    @Test
    void makesATaskSetAndNamesItPrimaryWhereAsked() {
        assertThat(HERE.text("WebTaskSet", "TaskDefinition")).isEqualTo("{\"Ref\": \"WebTaskDefinition\"}");
        assertThat(HERE.text("WebTaskSet", "Service")).isEqualTo("{\"Ref\": \"WebService\"}");
        assertThat(HERE.text("WebTaskSet", "Scale")).isEqualTo("{\"Unit\": \"PERCENT\", \"Value\": 100}");
        assertThat(HERE.text("WebTaskSet", "NetworkConfiguration/AwsVpcConfiguration/Subnets"))
                .isEqualTo("[\"subnet-11\", \"subnet-12\"]");
        assertThat(HERE.text("WebTaskSet", "CapacityProviderStrategy"))
                .isEqualTo("[{\"CapacityProvider\": \"FARGATE\", \"Weight\": 1}]");
        assertThat(HERE.text("WebTaskSet", "LoadBalancers/0/TargetGroupArn"))
                .isEqualTo("{\"Ref\": \"WebFront8080TargetGroup\"}");
        assertThat(HERE.text("WebPrimaryTaskSet", "TaskSetId")).isEqualTo("{\"Fn::GetAtt\": [\"WebTaskSet\", \"Id\"]}");
        assertThat(HERE.resource("WebTaskSet").attributes().toString()).contains("WebFront443Rule");
        assertThat(HERE.model().findings()).isEmpty();
        assertThat(Checker.check(HERE.model()).findings()).isEmpty();
    }

    @Test
    void refusesWhatEcsDoesForItsOwnDeploymentsOnly() {
        var orders = Shop.NETWORK.namespace("shop").endpoint("orders", tcp(8080));
        assertThat(Shop.outcome(Shop.service().offers(orders).deploy(taskSets()))
                        .rules())
                .containsExactly("deployment.task-sets.endpoint");
        assertThat(Shop.outcome(Shop.service().count(from(1).to(3).onCpu(50)).deploy(taskSets()))
                        .rules())
                .containsExactly("deployment.task-sets.scaling");
        assertThat(Shop.outcome(Shop.service()
                                .behind(Shop.HTTPS.path("/*"))
                                .behind(NetworkLoadBalancer.internal("edge", Shop.NETWORK)
                                        .tcp(25))
                                .deploy(taskSets()))
                        .rules())
                .containsExactly("deployment.task-sets.several-groups");
    }
}
