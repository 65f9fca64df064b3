package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Deployments that can replace no task. */
class ServiceDeploymentTest {

    private static final String RULE = "service.deployment.cannot-roll";

    @Test
    void refusesOneHundredAndOneHundred() {
        assertThat(service("'DesiredCount': {'Ref': 'Asked'}, " + percent(100, 100))
                        .found(RULE))
                .containsExactly(
                        "ERROR Web/DeploymentConfiguration/MaximumPercent: `Web` keeps 100 % of its tasks and runs "
                                + "at most 100 %, so that a deployment can neither stop nor start one.");
    }

    @Test
    void findsCountsThatRoundingFreezes() {
        assertThat(service("'DesiredCount': 1, " + percent(100, 150)).found(RULE))
                .containsExactly(
                        "DANGER Web/DeploymentConfiguration/MaximumPercent: `Web` wants 1 task, and at least 1 "
                                + "(100 %) must stay while at most 1 (150 %) may run, so that a deployment can neither stop nor "
                                + "start one.");
        assertThat(service("'DesiredCount': 3, " + percent(75, 125)).found(RULE))
                .hasSize(1);
        assertThat(service("'DesiredCount': 4, " + percent(75, 125)).found(RULE))
                .isEmpty();
        assertThat(service("'DesiredCount': '2', " + percent(51, 149)).found(RULE))
                .hasSize(1);
    }

    @Test
    void knowsWhatIsTakenWhereNothingIsWritten() {
        assertThat(service("'DesiredCount': 1").found(RULE)).isEmpty();
        assertThat(service("'DesiredCount': 1, 'DeploymentConfiguration': {'MaximumPercent': 150}")
                        .found(RULE))
                .hasSize(1);
        assertThat(service("'DesiredCount': 1, 'DeploymentConfiguration': {'MinimumHealthyPercent': 100}")
                        .found(RULE))
                .isEmpty();
        assertThat(service(percent(100, 150)).found(RULE)).hasSize(1);
        assertThat(service("'DesiredCount': 0, " + percent(100, 150)).found(RULE))
                .isEmpty();
    }

    @Test
    void advisesTheLeastThatHelps() {
        assertThat(service("'DesiredCount': 3, " + percent(75, 125))
                        .findings(RULE)
                        .get(0)
                        .fix())
                .contains("Set `MaximumPercent` to 134 or more, or `MinimumHealthyPercent` to 66 or less.");
    }

    @Test
    void triesTheWholeScalingRange() {
        assertThat(service(
                                percent(100, 140),
                                scaling(
                                        "{'Fn::Join': ['/', ['service', {'Ref': 'Cluster'}, "
                                                + "{'Fn::GetAtt': ['Web', 'Name']}]]}",
                                        "1",
                                        "20"))
                        .found(RULE))
                .containsExactly(
                        "DANGER Web/DeploymentConfiguration/MaximumPercent: `Web` scales from 1 to 20 tasks, and "
                                + "with 1 to 2 of them a deployment can neither stop nor start one: of 1, at least 1 (100 %) must "
                                + "stay while at most 1 (140 %) may run.");
        assertThat(service(percent(100, 140), scaling("{'Fn::Sub': 'service/${Cluster}/${Web.Name}'}", "3", "20"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void joinsScalingByLiteralNames() {
        var names = "'ServiceName': 'web', 'Cluster': 'shop', ";

        assertThat(service(names + percent(100, 150), scaling("'service/shop/web'", "1", "9"))
                        .found(RULE))
                .singleElement()
                .asString()
                .contains("scales from 1 to 9 tasks");
        assertThat(service(names + "'DesiredCount': 5, " + percent(100, 150), scaling("'service/shop/other'", "1", "9"))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void takesNoCountForGrantedThatSomethingElseMaySet() {
        assertThat(service(
                                percent(100, 150),
                                scaling("{'Fn::Sub': 'service/${Cluster}/${Web.Name}'}", "{'Ref': 'Asked'}", "9"))
                        .found(RULE))
                .isEmpty();
        assertThat(Sketch.of("'Transform': 'AWS::Serverless-2016-10-31'", web(percent(100, 150)))
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void asksNeitherDaemonsNorOtherDeployments() {
        for (var other : new String[] {
            "'SchedulingStrategy': 'DAEMON'",
            "'SchedulingStrategy': {'Ref': 'Asked'}",
            "'DeploymentController': {'Type': 'CODE_DEPLOY'}",
            "'DeploymentController': {'Ref': 'Asked'}"
        }) {
            assertThat(service(other + ", " + percent(100, 100)).found(RULE))
                    .as(other)
                    .isEmpty();
        }
        assertThat(service("'DeploymentConfiguration': {'Strategy': 'BLUE_GREEN', 'MaximumPercent': 100}")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void neverFailsOnWhatIsUnknown() {
        assertThat(service("'DesiredCount': {'Ref': 'Asked'}, " + percent(100, 150))
                        .found(RULE))
                .isEmpty();
        assertThat(service("'DesiredCount': 1, 'DeploymentConfiguration': {'Ref': 'Asked'}")
                        .found(RULE))
                .isEmpty();
        assertThat(service("'DesiredCount': 1, 'DeploymentConfiguration': {'MaximumPercent': {'Ref': 'Asked'}}")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void onlyWarnsWhereTheCountIsADefault() {
        assertThat(Sketch.of(
                                "'Parameters': {'Count': {'Type': 'Number', 'Default': 1}}",
                                web("'DesiredCount': {'Ref': 'Count'}, " + percent(100, 150)))
                        .found(RULE))
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .endsWith("(while parameter `Count` keeps its default).");
    }

    @Test
    void namesTheStageInWhichItIsStuck() {
        var sections = "'Parameters': {'Stage': {'Type': 'String'}}, 'Conditions': {"
                + "'Prod': {'Fn::Equals': [{'Ref': 'Stage'}, 'prod']}}";

        assertThat(Sketch.of(sections, web("'DesiredCount': {'Fn::If': ['Prod', 4, 1]}, " + percent(100, 150)))
                        .found(RULE))
                .singleElement()
                .asString()
                .endsWith("so that a deployment can neither stop nor start one (when `Prod` does not hold).");
    }

    private static Sketch service(String properties, String... others) {
        var all = new StringBuilder(web(properties));
        for (var other : others) {
            all.append(", ").append(other);
        }
        return Sketch.of("'Parameters': {'Asked': {'Type': 'String'}}", all.toString());
    }

    private static String web(String properties) {
        return "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {" + properties + "}}";
    }

    private static String percent(int minimum, int maximum) {
        return "'DeploymentConfiguration': {'MinimumHealthyPercent': " + minimum + ", 'MaximumPercent': " + maximum
                + "}";
    }

    private static String scaling(String id, String least, String most) {
        return "'Scaling': {'Type': 'AWS::ApplicationAutoScaling::ScalableTarget', 'Properties': {'ResourceId': " + id
                + ", 'ScalableDimension': 'ecs:service:DesiredCount', 'ServiceNamespace': 'ecs', 'MinCapacity': "
                + least
                + ", 'MaxCapacity': " + most + "}}";
    }
}
