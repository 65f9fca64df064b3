package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Containers of a task among themselves. */
class TaskContainersTest {

    private static final String UNKNOWN = "{'Ref': 'Asked'}";

    @Test
    void refusesToWaitForTheEndOfAnEssentialContainer() {
        assertThat(task("{'Name': 'a'}, {'Name': 'b', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'SUCCESS'}]}")
                        .found("task.dependency.essential"))
                .containsExactly("ERROR Task/ContainerDefinitions/1/DependsOn/0/Condition: "
                        + "`b` waits for `a` to end, but it is essential, so that its end stops the task.");
    }

    @Test
    void letsOneWaitForTheEndOfASidecarAndOfOneThatIsUnknown() {
        var waiting = "{'Name': 'b', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'SUCCESS'}]}";

        assertThat(task("{'Name': 'a', 'Essential': false}, " + waiting).found("task.dependency"))
                .isEmpty();
        assertThat(task("{'Name': 'a', 'Essential': " + UNKNOWN + "}, " + waiting)
                        .found("task.dependency.essential"))
                .isEmpty();
    }

    @Test
    void refusesACircleOnce() {
        assertThat(task("{'Name': 'a', 'DependsOn': [{'ContainerName': 'b', 'Condition': 'START'}]}, "
                                + "{'Name': 'b', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'START'}]}")
                        .found("task.dependency.circle"))
                .containsExactly("ERROR Task/ContainerDefinitions/1/DependsOn/0/ContainerName: "
                        + "`a` waits for `b` waits for `a`, so that none of them can start.");
        assertThat(task("{'Name': 'a', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'START'}]}")
                        .found("task.dependency.circle"))
                .hasSize(1);
    }

    @Test
    void takesAChainForNoCircle() {
        assertThat(task("{'Name': 'a'}, {'Name': 'b', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'START'}]}, "
                                + "{'Name': 'c', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'START'}, "
                                + "{'ContainerName': 'b', 'Condition': 'START'}]}")
                        .found("task.dependency.circle"))
                .isEmpty();
    }

    @Test
    void wantsAHealthCheckOfWhoeverIsWaitedFor() {
        var waiting = ", {'Name': 'b', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'HEALTHY'}]}";

        assertThat(task("{'Name': 'a'}" + waiting).found("task.dependency.unchecked"))
                .hasSize(1);
        assertThat(task("{'Name': 'a', 'HealthCheck': {'Command': ['CMD', 'x']}}" + waiting)
                        .found("task.dependency.unchecked"))
                .isEmpty();
        assertThat(task("{'Name': 'a', 'HealthCheck': {'Fn::If': ['Is', {'Command': ['CMD', 'x']}, {'Ref': "
                                + "'AWS::NoValue'}]}}"
                                + waiting)
                        .found("task.dependency.unchecked"))
                .allMatch(each -> each.contains("when `Is` does not hold"));
    }

    @Test
    void wantsWhoeverIsWaitedForToBeThere() {
        var waiting = "{'Name': 'b', 'DependsOn': [{'ContainerName': 'a', 'Condition': 'START'}]}";

        assertThat(task(waiting).found("task.dependency.absent")).hasSize(1);
        assertThat(task(waiting + ", {'Name': " + UNKNOWN + "}").found("task.dependency.absent"))
                .isEmpty();
        assertThat(task(waiting + ", " + UNKNOWN).found("task.dependency.absent"))
                .isEmpty();
    }

    @Test
    void countsContainers() {
        var ten = "{'Name': 'a'}, {'Name': 'b'}, {'Name': 'c'}, {'Name': 'd'}, {'Name': 'e'}, "
                + "{'Name': 'f'}, {'Name': 'g'}, {'Name': 'h'}, {'Name': 'i'}, {'Name': 'j'}";

        assertThat(task(ten).found("task.containers.too-many")).isEmpty();
        assertThat(task(ten + ", {'Name': 'k'}").found("task.containers.too-many"))
                .containsExactly(
                        "ERROR Task/ContainerDefinitions: " + "`Task` has 11 containers, and a task holds at most 10.");
    }

    @Test
    void refusesANameTwice() {
        assertThat(task("{'Name': 'a'}, {'Name': 'a'}").found("task.container.name-twice"))
                .containsExactly(
                        "ERROR Task/ContainerDefinitions/1/Name: " + "`a` is the name of two containers of one task.");
        assertThat(task("{'Name': " + UNKNOWN + "}, {'Name': " + UNKNOWN + "}").found("task.container.name-twice"))
                .isEmpty();
    }

    @Test
    void refusesAPortTwiceWhereContainersShareAnAddress() {
        var both = "{'Name': 'a', 'PortMappings': [{'ContainerPort': 80}]}, "
                + "{'Name': 'b', 'PortMappings': [{'ContainerPort': '80', 'Protocol': 'tcp'}]}";

        assertThat(task(both).found("task.port.twice")).hasSize(1);
        assertThat(task(both.replace("'tcp'", "'udp'")).found("task.port.twice"))
                .isEmpty();
        assertThat(Sketch.of("'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {"
                                + "'ContainerDefinitions': [" + both + "]}}")
                        .found("task.port.twice"))
                .isEmpty();
    }

    @Test
    void refusesAVariableInTwoPlaces() {
        var container = "{'Name': 'a', 'Environment': [{'Name': 'TOKEN', 'Value': 'x'}], "
                + "'Secrets': [{'Name': 'TOKEN', 'ValueFrom': 'y'}]}";

        assertThat(task(container).found("container.variable.twice"))
                .containsExactly("ERROR Task/ContainerDefinitions/0/Secrets/0/Name: "
                        + "`a` gets the variable `TOKEN` once from a secret and once in plain sight.");
        assertThat(task(container.replaceFirst("'TOKEN'", UNKNOWN)).found("container.variable.twice"))
                .isEmpty();
    }

    private static Sketch task(String containers) {
        return Sketch.of(
                "'Parameters': {'Asked': {'Type': 'String'}}, "
                        + "'Conditions': {'Is': {'Fn::Equals': [{'Ref': 'Asked'}, 'x']}}",
                "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'NetworkMode': 'awsvpc', "
                        + "'ContainerDefinitions': [" + containers + "]}}");
    }
}
