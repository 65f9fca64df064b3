package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What scales the count of a service. */
class ServiceScalingTest {

    private static final String BOUNDS = "service.scaling.bounds";
    private static final String NEVER_WAKES = "service.scaling.never-wakes";
    private static final String TWICE = "service.scaling.one-metric-twice";

    @Test
    void refusesBoundsTheWrongWayRound() {
        assertThat(Sketch.of(target("5", "2")).found(BOUNDS))
                .containsExactly(
                        "ERROR Scaling/MaxCapacity: `Scaling` scales from 5 to 2 tasks, and the most cannot be "
                                + "less than the fewest.");
        assertThat(Sketch.of(target("2", "2")).found(BOUNDS)).isEmpty();
        assertThat(Sketch.of("'Parameters': {'Most': {'Type': 'Number'}}", target("5", "{'Ref': 'Most'}"))
                        .found(BOUNDS))
                .isEmpty();
        assertThat(Sketch.of(target("5", "2").replace("ecs:service:DesiredCount", "dynamodb:table:ReadCapacityUnits"))
                        .found(BOUNDS))
                .isEmpty();
    }

    @Test
    void refusesOneMetricTwice() {
        var cpu = "ECSServiceAverageCPUUtilization";

        assertThat(Sketch.of(target("1", "9") + policy("A", cpu) + policy("B", cpu))
                        .found(TWICE))
                .containsExactly("ERROR Scaling/: `Scaling` follows `" + cpu
                        + "` by two policies, and one policy keeps one metric.");
        assertThat(Sketch.of(target("1", "9") + policy("A", cpu) + policy("B", "ECSServiceAverageMemoryUtilization"))
                        .found(TWICE))
                .isEmpty();
        assertThat(Sketch.of(target("1", "9")
                                + policy("A", "ALBRequestCountPerTarget")
                                + policy("B", "ALBRequestCountPerTarget"))
                        .found(TWICE))
                .isEmpty();
    }

    @Test
    void warnsWhereNothingStartsTheFirstTask() {
        var cpu = policy("A", "ECSServiceAverageCPUUtilization");

        assertThat(Sketch.of(target("0", "9") + cpu).found(NEVER_WAKES)).hasSize(1);
        assertThat(Sketch.of(target("1", "9") + cpu).found(NEVER_WAKES)).isEmpty();
        assertThat(Sketch.of(target("0", "9")).found(NEVER_WAKES)).isEmpty();
        assertThat(Sketch.of(target("0", "9") + cpu + policy("B", "ALBRequestCountPerTarget"))
                        .found(NEVER_WAKES))
                .isEmpty();
        assertThat(Sketch.of(target("0", "9").replace("'MinCapacity'", "'ScheduledActions': [], 'MinCapacity'") + cpu)
                        .found(NEVER_WAKES))
                .isEmpty();
        assertThat(Sketch.of("'Transform': 'AWS::Serverless-2016-10-31'", target("0", "9") + cpu)
                        .found(NEVER_WAKES))
                .isEmpty();
    }

    private static String target(String least, String most) {
        return "'Scaling': {'Type': 'AWS::ApplicationAutoScaling::ScalableTarget', 'Properties': {'ResourceId': "
                + "'service/shop/web', 'ScalableDimension': 'ecs:service:DesiredCount', 'ServiceNamespace': 'ecs', "
                + "'MinCapacity': " + least + ", 'MaxCapacity': " + most + "}}";
    }

    private static String policy(String id, String metric) {
        return ", '" + id
                + "': {'Type': 'AWS::ApplicationAutoScaling::ScalingPolicy', 'Properties': {'ScalingTargetId': "
                + "{'Ref': 'Scaling'}, 'PolicyType': 'TargetTrackingScaling', "
                + "'TargetTrackingScalingPolicyConfiguration': {'TargetValue': 60, "
                + "'PredefinedMetricSpecification': {'PredefinedMetricType': '" + metric + "'}}}}";
    }
}
