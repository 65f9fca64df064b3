package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A shell wants a place to write to. */
class ServiceShellTest {

    private static final String RULE = "service.shell.read-only";

    @Test
    void warnsOfAShellInAReadOnlyContainer() {
        assertThat(service("true", "'ReadonlyRootFilesystem': true").found(RULE))
                .containsExactly("WARNING Service/EnableExecuteCommand: `Service` lets somebody open a shell, and "
                        + "container `web` is read-only, so that none opens there.");
    }

    @Test
    void saysNothingWhereItCannotKnowOrThereIsNoFault() {
        assertThat(service("true", "'ReadonlyRootFilesystem': false").found(RULE))
                .isEmpty();
        assertThat(service("false", "'ReadonlyRootFilesystem': true").found(RULE))
                .isEmpty();
        assertThat(service("{'Ref': 'Asked'}", "'ReadonlyRootFilesystem': true").found(RULE))
                .isEmpty();
        assertThat(service(
                                "true",
                                "'ReadonlyRootFilesystem': true, 'MountPoints': [{'SourceVolume': 'a', "
                                        + "'ContainerPath': '/var/lib/amazon'}]")
                        .found(RULE))
                .isEmpty();
    }

    private static Sketch service(String shell, String container) {
        return Sketch.of(
                "'Parameters': {'Asked': {'Type': 'String'}}",
                "'Service': {'Type': 'AWS::ECS::Service', 'Properties': {'EnableExecuteCommand': " + shell
                        + ", 'TaskDefinition': {'Ref': 'Task'}}}, "
                        + "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'ContainerDefinitions': ["
                        + "{'Name': 'web', " + container + "}]}}");
    }
}
