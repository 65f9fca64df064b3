package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Deployments that shift traffic, with numbers that ECS refuses and combinations that cannot work. */
class ServiceShiftTest {

    private static final String TRAFFIC = "service.shift.without-traffic";
    private static final String SCALING = "service.shift.request-scaling";
    private static final String RANGE = "service.shift.range";
    private static final String TOTAL = "service.shift.total";
    private static final String STAGE = "service.shift.hook-stage";

    @Test
    void shiftsBitByBitOnlyWhereTrafficComes() {
        assertThat(service("'Strategy': 'CANARY'", "").found(TRAFFIC))
                .containsExactly("ERROR Web/DeploymentConfiguration/Strategy: `Web` shifts its traffic bit by bit, "
                        + "and nothing leads traffic to it.");
        assertThat(service("'Strategy': 'BLUE_GREEN'", "").found(TRAFFIC)).isEmpty();
        assertThat(service("'Strategy': 'LINEAR'", "'LoadBalancers': {'Ref': 'Asked'}")
                        .found(TRAFFIC))
                .isEmpty();
        assertThat(service("'Strategy': 'LINEAR'", "'ServiceConnectConfiguration': {'Enabled': true}")
                        .found(TRAFFIC))
                .isEmpty();
        assertThat(service("'Strategy': {'Ref': 'Asked'}", "").found(TRAFFIC)).isEmpty();
    }

    @Test
    void refusesTimesAndPercentagesThatEcsRefuses() {
        assertThat(service("'Strategy': 'BLUE_GREEN', 'BakeTimeInMinutes': 1441", "")
                        .found(RANGE))
                .containsExactly("ERROR Web/DeploymentConfiguration/BakeTimeInMinutes: `Web` waits 1441 min in a "
                        + "stage of its shift, and ECS takes 0 to 1440 min.");
        assertThat(service("'Strategy': 'CANARY', 'CanaryConfiguration': {'CanaryPercent': 0.25}", "")
                        .found(RANGE))
                .containsExactly("ERROR Web/DeploymentConfiguration/CanaryConfiguration/CanaryPercent: `Web` shifts "
                        + "0.25 % of its traffic, and ECS takes 0.1 to 100 % in steps of 0.1 %.");
        assertThat(service("'Strategy': 'LINEAR', 'LinearConfiguration': {'StepPercent': 2}", "")
                        .found(RANGE))
                .hasSize(1);
        assertThat(service("'Strategy': 'CANARY', 'CanaryConfiguration': {'CanaryPercent': 0.3}", "")
                        .found(RANGE))
                .isEmpty();
        assertThat(service("'Strategy': 'ROLLING', 'BakeTimeInMinutes': 1441", "")
                        .found(RANGE))
                .isEmpty();
    }

    @Test
    void endsBeforeCloudFormationGivesUp() {
        var twenty = "'Strategy': 'LINEAR', 'BakeTimeInMinutes': %d, "
                + "'LinearConfiguration': {'StepPercent': 20, 'StepBakeTimeInMinutes': 400}";
        assertThat(service(twenty.formatted(380), "").found(TOTAL)).isEmpty();
        assertThat(service(twenty.formatted(381), "").found(TOTAL))
                .containsExactly("ERROR Web/DeploymentConfiguration/Strategy: `Web` takes 1981 min to shift its "
                        + "traffic and to bake, and CloudFormation gives up after 1980 min.");
        assertThat(service(
                                "'Strategy': 'LINEAR', 'LinearConfiguration': "
                                        + "{'StepPercent': 30, 'StepBakeTimeInMinutes': 661}",
                                "")
                        .found(TOTAL))
                .hasSize(1);
    }

    @Test
    void pausesOnlyWhereEcsCan() {
        var hook = "'Strategy': 'BLUE_GREEN', 'LifecycleHooks': [{'TargetType': '%s', 'LifecycleStages': ['%s']}]";
        assertThat(service(hook.formatted("PAUSE", "PRODUCTION_TRAFFIC_SHIFT"), "")
                        .found(STAGE))
                .hasSize(1);
        assertThat(service(hook.formatted("PAUSE", "POST_TEST_TRAFFIC_SHIFT"), "")
                        .found(STAGE))
                .isEmpty();
        assertThat(service(hook.formatted("AWS_LAMBDA", "PRODUCTION_TRAFFIC_SHIFT"), "")
                        .found(STAGE))
                .isEmpty();
    }

    @Test
    void followsNoRequestsWhileTheyMove() {
        assertThat(scaled("BLUE_GREEN", "ALBRequestCountPerTarget").found(SCALING))
                .hasSize(1);
        assertThat(scaled("BLUE_GREEN", "ECSServiceAverageCPUUtilization").found(SCALING))
                .isEmpty();
        assertThat(scaled("ROLLING", "ALBRequestCountPerTarget").found(SCALING)).isEmpty();
    }

    private static Sketch scaled(String strategy, String metric) {
        return Sketch.of(text("'Strategy': '" + strategy + "'", "")
                + ", 'Range': {'Type': 'AWS::ApplicationAutoScaling::ScalableTarget', 'Properties': {"
                + "'ScalableDimension': 'ecs:service:DesiredCount', 'ResourceId': "
                + "{'Fn::Sub': 'service/shop/${Web.Name}'}}}, "
                + "'Policy': {'Type': 'AWS::ApplicationAutoScaling::ScalingPolicy', 'Properties': {"
                + "'ScalingTargetId': {'Ref': 'Range'}, 'TargetTrackingScalingPolicyConfiguration': {"
                + "'PredefinedMetricSpecification': {'PredefinedMetricType': '" + metric + "'}}}}");
    }

    private static Sketch service(String configuration, String properties) {
        return Sketch.of(text(configuration, properties));
    }

    private static String text(String configuration, String properties) {
        return "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'DeploymentConfiguration': {" + configuration + "}"
                + (properties.isEmpty() ? "" : ", " + properties) + "}}";
    }
}
