package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Target groups that do not fit the tasks, or that nobody asks. */
class ServiceTargetsTest {

    private static final String TYPE = "service.target-type.network-mode";
    private static final String REACH = "service.target-group.unreachable";

    private static final String SERVICE = "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {"
            + "'TaskDefinition': {'Ref': 'Task'}, 'LoadBalancers': [{'ContainerName': 'web', 'ContainerPort': 80, "
            + "'TargetGroupArn': {'Ref': 'Group'}}]}}";
    private static final String GROUP =
            "'Group': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': {'TargetType': 'ip'}}";
    private static final String LISTENER = "'Listener': {'Type': 'AWS::ElasticLoadBalancingV2::Listener', "
            + "'Properties': {'DefaultActions': [{'Type': 'forward', 'TargetGroupArn': {'Ref': 'Group'}}]}}";

    @Test
    void wantsAddressesInNetworkModeAwsvpc() {
        assertThat(Sketch.of(SERVICE + "," + task("'NetworkMode': 'awsvpc'") + "," + group(""))
                        .found(TYPE))
                .containsExactly(
                        "ERROR Web/LoadBalancers/0/TargetGroupArn: `Web` runs its tasks in network mode awsvpc, "
                                + "which wants targets of type ip, but target group `Group` takes targets of type instance.");
        assertThat(Sketch.of(SERVICE + "," + task("'NetworkMode': 'awsvpc'") + "," + GROUP)
                        .found(TYPE))
                .isEmpty();
    }

    @Test
    void wantsInstancesWhereTasksShareTheirHost() {
        for (var mode : new String[] {"'NetworkMode': 'bridge'", "'NetworkMode': 'host'", "'Family': 'web'"}) {
            assertThat(Sketch.of(SERVICE + "," + task(mode) + "," + GROUP).found(TYPE))
                    .as(mode)
                    .hasSize(1);
            assertThat(Sketch.of(SERVICE + "," + task(mode) + "," + group("")).found(TYPE))
                    .as(mode)
                    .isEmpty();
        }
    }

    @Test
    void saysNothingWhereAnyOfTheThreeIsUnknown() {
        assertThat(Sketch.of(SERVICE + "," + task("'NetworkMode': {'Ref': 'Asked'}") + "," + GROUP)
                        .found(TYPE))
                .isEmpty();
        assertThat(Sketch.of(SERVICE + "," + task("'RequiresCompatibilities': ['FARGATE']") + "," + group(""))
                        .found(TYPE))
                .isEmpty();
        assertThat(Sketch.of(SERVICE + "," + GROUP).found(TYPE)).isEmpty();
        assertThat(Sketch.of(SERVICE + "," + task("'NetworkMode': 'awsvpc'")).found(TYPE))
                .isEmpty();
    }

    @Test
    void followsAnAlternateGroupToo() {
        var service = SERVICE.replace(
                "'ContainerPort': 80",
                "'ContainerPort': 80, 'AdvancedConfiguration': {'AlternateTargetGroupArn': {'Ref': 'Green'}}");
        var green = group("").replaceFirst("'Group'", "'Green'");

        assertThat(Sketch.of(service + "," + task("'NetworkMode': 'awsvpc'") + "," + GROUP + "," + green)
                        .found(TYPE))
                .hasSize(1);
    }

    @Test
    void joinsAcrossStacks() {
        var sketch = Sketch.of("'Outputs': {'G': {'Value': {'Ref': 'Group'}, 'Export': {'Name': 'group'}}}", group(""))
                .and(
                        "other",
                        "",
                        SERVICE.replace("{'Ref': 'Group'}", "{'Fn::ImportValue': 'group'}") + ","
                                + task("'NetworkMode': 'awsvpc'"));

        assertThat(sketch.found(TYPE)).hasSize(1);
    }

    @Test
    void findsAGroupThatNobodyForwardsTo() {
        assertThat(Sketch.of(SERVICE + "," + GROUP).found(REACH))
                .containsExactly(
                        "ERROR Web/LoadBalancers/0/TargetGroupArn: `Web` registers its tasks with target group "
                                + "`Group`, to which no listener forwards.");
        assertThat(Sketch.of(SERVICE + "," + GROUP + "," + LISTENER.replace("{'Ref': 'Group'}", "'arn:aws:other'"))
                        .found(REACH))
                .hasSize(1);
    }

    @Test
    void countsEveryWayOfForwarding() {
        for (var forward : new String[] {
            LISTENER,
            LISTENER.replace("::Listener'", "::ListenerRule'").replace("DefaultActions", "Actions"),
            LISTENER.replace(
                    "'TargetGroupArn': {'Ref': 'Group'}",
                    "'ForwardConfig': {'TargetGroups': [{'TargetGroupArn': 'arn:aws:x', 'Weight': 1}, "
                            + "{'TargetGroupArn': {'Fn::GetAtt': ['Group', 'TargetGroupArn']}, 'Weight': 0}]}")
        }) {
            assertThat(Sketch.of(SERVICE + "," + GROUP + "," + forward).found(REACH))
                    .as(forward)
                    .isEmpty();
        }
    }

    @Test
    void countsAForwardFromAnotherStack() {
        var sketch = Sketch.of(
                        "'Outputs': {'G': {'Value': {'Ref': 'Group'}, 'Export': {'Name': 'group'}}}",
                        SERVICE + "," + GROUP)
                .and("front", "", LISTENER.replace("{'Ref': 'Group'}", "{'Fn::ImportValue': 'group'}"));

        assertThat(sketch.found(REACH)).isEmpty();
    }

    @Test
    void isContentWithEitherOfTwoGroups() {
        var service = SERVICE.replace(
                "'ContainerPort': 80",
                "'ContainerPort': 80, 'AdvancedConfiguration': {'AlternateTargetGroupArn': {'Ref': 'Green'}, "
                        + "'ProductionListenerRule': {'Ref': 'Listener'}}");
        var green = GROUP.replaceFirst("'Group'", "'Green'");

        assertThat(Sketch.of(service + "," + GROUP + "," + green + ","
                                + LISTENER.replace("'Ref': 'Group'", "'Ref': 'Green'"))
                        .found(REACH))
                .isEmpty();
        assertThat(Sketch.of(service + "," + GROUP + "," + green + ","
                                + LISTENER.replace("{'Ref': 'Group'}", "'arn:aws:x'"))
                        .found(REACH))
                .hasSize(1);
    }

    @Test
    void concludesNothingFromWhatMayBeHidden() {
        var alone = SERVICE + "," + GROUP;
        for (var hiding : new String[] {
            "'Outputs': {'G': {'Value': {'Ref': 'Group'}}}", "'Transform': 'AWS::Serverless-2016-10-31'"
        }) {
            assertThat(Sketch.of(hiding, alone).found(REACH)).as(hiding).isEmpty();
        }
        for (var hiding : new String[] {
            "'N': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'Parameters': {'G': {'Ref': 'Group'}}}}",
            "'C': {'Type': 'Custom::Router', 'Properties': {'To': {'Ref': 'Group'}}}",
            "'P': {'Type': 'AWS::SSM::Parameter', 'Properties': {'Value': {'Fn::Sub': '${Group}'}}}",
            LISTENER.replace("{'Ref': 'Group'}", "{'Fn::Select': [0, {'Ref': 'Asked'}]}"),
            LISTENER.replace("{'Ref': 'Group'}", "{'Fn::ImportValue': 'elsewhere'}"),
            "'Fn::ForEach::L': ['X', ['a'], {'L${X}': {'Type': 'AWS::ElasticLoadBalancingV2::Listener'}}]"
        }) {
            assertThat(Sketch.of(alone + "," + hiding).found(REACH)).as(hiding).isEmpty();
        }
    }

    @Test
    void concludesAllTheSameWhereNothingLeavesTheStack() {
        var importing = SERVICE.replace("'TaskDefinition'", "'Cluster': {'Fn::ImportValue': 'shop'}, 'TaskDefinition'");

        assertThat(Sketch.of(importing + "," + GROUP).found(REACH)).hasSize(1);
        assertThat(Sketch.of(SERVICE + "," + GROUP + ", 'N': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {}}")
                        .found(REACH))
                .hasSize(1);
    }

    @Test
    void asksUnderEachConditionOfTheListener() {
        var sections = "'Parameters': {'Kind': {'Type': 'String'}}, 'Conditions': {"
                + "'Public': {'Fn::Equals': [{'Ref': 'Kind'}, 'public']}}";
        var listener = LISTENER.replace("'Properties'", "'Condition': 'Public', 'Properties'");

        assertThat(Sketch.of(sections, SERVICE + "," + GROUP + "," + listener).found(REACH))
                .singleElement()
                .asString()
                .endsWith("to which no listener forwards (when `Public` does not hold).");
        assertThat(Sketch.of(
                                sections,
                                SERVICE.replace("'Properties'", "'Condition': 'Public', 'Properties'") + "," + GROUP
                                        + "," + listener)
                        .found(REACH))
                .isEmpty();
    }

    @Test
    void leavesOtherControllersAlone() {
        var service =
                SERVICE.replace("'LoadBalancers'", "'DeploymentController': {'Type': 'CODE_DEPLOY'}, 'LoadBalancers'");

        assertThat(Sketch.of(service + "," + GROUP).found(REACH)).isEmpty();
    }

    private static String task(String properties) {
        return "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {" + properties + "}}";
    }

    private static String group(String properties) {
        return "'Group': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': {" + properties + "}}";
    }
}
