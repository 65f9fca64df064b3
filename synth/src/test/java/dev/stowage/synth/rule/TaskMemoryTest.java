package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What containers may take of the memory of their task. */
class TaskMemoryTest {

    private static final String RULE = "task.memory.containers-exceed-task";

    @Test
    void refusesALimitAboveTheTask() {
        assertThat(task("'512'", "{'Name': 'web', 'Memory': 1024}").found(RULE))
                .containsExactly("ERROR Task/ContainerDefinitions/0/Memory: "
                        + "`web` may use 1024 MiB of memory, but its whole task has 512 MiB.");
    }

    @Test
    void refusesReservationsThatAddUpToMore() {
        assertThat(task(
                                "'1024'",
                                "{'Name': 'web', 'MemoryReservation': 768}, {'Name': 'log', 'MemoryReservation': 512}")
                        .found(RULE))
                .containsExactly("ERROR Task/Memory: `Task` reserves 1280 MiB of memory to its containers "
                        + "(`web` 768, `log` 512), but the task has 1024 MiB.");
    }

    @Test
    void warnsOfLimitsThatAddUpToMore() {
        assertThat(task("'1024'", "{'Name': 'web', 'Memory': 1024}, {'Name': 'log', 'Memory': 256}")
                        .found(RULE))
                .containsExactly("WARNING Task/Memory: `Task` allows 1280 MiB of memory to its containers "
                        + "(`web` 1024, `log` 256), but the task has 1024 MiB.");
    }

    @Test
    void acceptsLimitsAboveReservationsThatFit() {
        assertThat(task(
                                "'1024'",
                                "{'Name': 'a', 'MemoryReservation': 512, 'Memory': 1024}, "
                                        + "{'Name': 'b', 'MemoryReservation': 512, 'Memory': 1024}")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void normalisesUnits() {
        assertThat(task("'2gb'", "{'Name': 'web', 'Memory': 2048}").found(RULE)).isEmpty();
        assertThat(task("'1 GB'", "{'Name': 'web', 'Memory': '2048'}").found(RULE))
                .hasSize(1);
        assertThat(task("1024", "{'Name': 'web', 'Memory': 2048}").found(RULE)).hasSize(1);
    }

    @Test
    void concludesFromTheKnownPartAloneWhereThatIsEnough() {
        var unknown = "{'Name': 'x', 'MemoryReservation': {'Ref': 'Asked'}}";

        assertThat(task("'512'", "{'Name': 'a', 'MemoryReservation': 500}, " + unknown)
                        .found(RULE))
                .isEmpty();
        assertThat(task("'512'", "{'Name': 'a', 'MemoryReservation': 600}, " + unknown)
                        .found(RULE))
                .hasSize(1);
        assertThat(task("'512'", "{'Ref': 'List'}").found(RULE)).isEmpty();
    }

    @Test
    void saysNothingWithoutASizeThatIsKnown() {
        assertThat(task("{'Ref': 'Asked'}", "{'Name': 'web', 'Memory': 999999}").found(RULE))
                .isEmpty();
        assertThat(task("'lots'", "{'Name': 'web', 'Memory': 999999}").found(RULE))
                .isEmpty();
        assertThat(Sketch.of("'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {"
                                + "'ContainerDefinitions': [{'Name': 'web', 'Memory': 999999}]}}")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void saysNothingOfWindows() {
        assertThat(Sketch.of("'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'Memory': '512', "
                                + "'RuntimePlatform': {'OperatingSystemFamily': 'WINDOWS_SERVER_2022_CORE'}, "
                                + "'ContainerDefinitions': [{'Name': 'web', 'Memory': 1024}]}}")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void onlyWarnsWhereTheSizeIsADefault() {
        var sketch = Sketch.of(
                "'Parameters': {'Size': {'Type': 'String', 'Default': '512'}}",
                definition("{'Ref': 'Size'}", "{'Name': 'web', 'Memory': 1024}"));

        assertThat(sketch.found(RULE))
                .containsExactly("WARNING Task/ContainerDefinitions/0/Memory: `web` may use 1024 MiB of memory, "
                        + "but its whole task has 512 MiB (while parameter `Size` keeps its default).");
    }

    @Test
    void namesTheConditionUnderWhichItIsTooMuch() {
        var sketch = Sketch.of(
                "'Parameters': {'Kind': {'Type': 'String'}}, 'Conditions': {"
                        + "'KindIsLarge': {'Fn::Equals': [{'Ref': 'Kind'}, 'large']}, "
                        + "'KindIsSmall': {'Fn::Equals': [{'Ref': 'Kind'}, 'small']}}",
                definition(
                        "{'Fn::If': ['KindIsSmall', '512', '2048']}",
                        "{'Name': 'web', 'Memory': {'Fn::If': ['KindIsLarge', 4096, 1024]}}"));

        assertThat(sketch.found(RULE))
                .containsExactly(
                        "ERROR Task/ContainerDefinitions/0/Memory: `web` may use 1024 MiB of memory, "
                                + "but its whole task has 512 MiB (when `KindIsSmall` holds).",
                        "ERROR Task/ContainerDefinitions/0/Memory: `web` may use 4096 MiB of memory, "
                                + "but its whole task has 2048 MiB (when `KindIsLarge` holds).");
    }

    @Test
    void saysNothingWhereNoDeploymentIsTooLarge() {
        var sketch = Sketch.of(
                "'Parameters': {'Kind': {'Type': 'String'}}, 'Conditions': {"
                        + "'KindIsLarge': {'Fn::Equals': [{'Ref': 'Kind'}, 'large']}, "
                        + "'KindIsSmall': {'Fn::Not': [{'Condition': 'KindIsLarge'}]}}",
                definition(
                        "{'Fn::If': ['KindIsSmall', '512', '2048']}",
                        "{'Name': 'web', 'Memory': {'Fn::If': ['KindIsLarge', 2048, 512]}}"));

        assertThat(sketch.found(RULE)).isEmpty();
    }

    @Test
    void doesNotMentionTheConditionOnWhichTheTaskExists() {
        var sketch = Sketch.of(
                "'Parameters': {'Kind': {'Type': 'String'}}, 'Conditions': {"
                        + "'KindIsLarge': {'Fn::Equals': [{'Ref': 'Kind'}, 'large']}}",
                definition("{'Fn::If': ['KindIsLarge', '512', '9999']}", "{'Name': 'web', 'Memory': 1024}")
                        .replaceFirst("'Properties'", "'Condition': 'KindIsLarge', 'Properties'"));

        assertThat(sketch.found(RULE))
                .containsExactly("ERROR Task/ContainerDefinitions/0/Memory: "
                        + "`web` may use 1024 MiB of memory, but its whole task has 512 MiB.");
    }

    @Test
    void believesNothingThatAMacroRewrites() {
        assertThat(Sketch.of("'Transform': ['Ours']", definition("'512'", "{'Name': 'web', 'Memory': 1024}"))
                        .found(RULE))
                .isEmpty();
    }

    private static Sketch task(String memory, String containers) {
        return Sketch.of("'Parameters': {'Asked': {'Type': 'Number'}}", definition(memory, containers));
    }

    private static String definition(String memory, String containers) {
        return "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'Memory': " + memory
                + ", 'ContainerDefinitions': [" + containers + "]}}";
    }
}
