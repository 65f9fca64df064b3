package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Services that stop their tasks before they can have started. */
class ServiceHealthTest {

    private static final String RULE = "service.grace-period.too-short";

    @Test
    void findsAStartPeriodThatTheLoadBalancerCutsShort() {
        assertThat(sketch("", "'StartPeriod': 120", "").found(RULE))
                .containsExactly(
                        "DANGER Web/HealthCheckGracePeriodSeconds: `Web` is given 0 s to start, and its target group "
                                + "gives up after 66 s, but container `web` declares that it may need 120 s.");
        assertThat(sketch("'HealthCheckGracePeriodSeconds': 60,", "'StartPeriod': 120", "")
                        .found(RULE))
                .hasSize(1);
    }

    @Test
    void advisesStartPeriodAndAllRetries() {
        assertThat(sketch("", "'StartPeriod': 120, 'Interval': 10, 'Retries': 2", "")
                        .findings(RULE)
                        .get(0)
                        .fix())
                .contains("Set `HealthCheckGracePeriodSeconds` to 140 or more.");
    }

    @Test
    void warnsWhereItDependsOnWhenTheProbesFall() {
        assertThat(sketch("", "'StartPeriod': 60", "").found(RULE))
                .containsExactly(
                        "WARNING Web/HealthCheckGracePeriodSeconds: `Web` is given 0 s to start, and its target group "
                                + "gives up after 30 s at the earliest, but container `web` declares that it may need 60 s.");
    }

    @Test
    void acceptsAnythingThatCoversTheStartPeriod() {
        assertThat(sketch("'HealthCheckGracePeriodSeconds': 120,", "'StartPeriod': 120", "")
                        .found(RULE))
                .isEmpty();
        assertThat(sketch("", "'StartPeriod': 120", "'UnhealthyThresholdCount': 10,")
                        .found(RULE))
                .isEmpty();
        assertThat(sketch("", "'StartPeriod': 30", "").found(RULE)).isEmpty();
    }

    @Test
    void acceptsAContainerThatDeclaresNoStartPeriod() {
        assertThat(sketch("", "'Interval': 300, 'Retries': 10", "").found(RULE)).isEmpty();
        assertThat(sketch("'HealthCheckGracePeriodSeconds': 10,", "'Interval': 10", "")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void acceptsAServiceThatNobodyProbes() {
        var alone =
                Sketch.of("'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': {'Ref': 'Task'}}}, "
                        + task("'StartPeriod': 300", ""));

        assertThat(alone.found(RULE)).isEmpty();
    }

    @Test
    void acceptsATaskThatRegistersOnlyOnceItsContainerIsHealthy() {
        var waiting = ", {'Name': 'proxy', 'DependsOn': [{'ContainerName': 'web', 'Condition': 'HEALTHY'}]}";

        assertThat(sketch("", "'StartPeriod': 300", "", waiting).found(RULE)).isEmpty();
    }

    @Test
    void saysNothingWhereANumberIsUnknown() {
        assertThat(sketch("'HealthCheckGracePeriodSeconds': {'Ref': 'Asked'},", "'StartPeriod': 300", "")
                        .found(RULE))
                .isEmpty();
        assertThat(sketch("", "'StartPeriod': {'Ref': 'Asked'}", "").found(RULE))
                .isEmpty();
        assertThat(sketch("", "'StartPeriod': 300", "'HealthCheckIntervalSeconds': {'Ref': 'Asked'},")
                        .found(RULE))
                .isEmpty();
        assertThat(Sketch.of(web("").replace("{'Ref': 'Group'}", "'arn:aws:x'") + "," + task("'StartPeriod': 300", ""))
                        .found(RULE))
                .isEmpty();
    }

    private static Sketch sketch(String service, String check, String group, String... containers) {
        return Sketch.of(
                "'Parameters': {'Asked': {'Type': 'Number'}}",
                web(service) + "," + task(check, String.join("", containers))
                        + ", 'Group': {'Type': 'AWS::ElasticLoadBalancingV2::TargetGroup', 'Properties': {" + group
                        + "'Protocol': 'HTTP'}}");
    }

    private static String web(String properties) {
        return "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {" + properties
                + "'TaskDefinition': {'Ref': 'Task'}, 'LoadBalancers': [{'ContainerName': 'web', "
                + "'TargetGroupArn': {'Ref': 'Group'}}]}}";
    }

    private static String task(String check, String others) {
        return "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'ContainerDefinitions': ["
                + "{'Name': 'web', 'HealthCheck': {" + check + "}}" + others + "]}}";
    }
}
