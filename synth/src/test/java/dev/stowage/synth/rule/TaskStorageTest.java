package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Volumes, mounts and log routers of a task, and the size of a role's policies. */
class TaskStorageTest {

    @Test
    void refusesAMountOfNothing() {
        var mount = "{'Name': 'web', 'MountPoints': [{'SourceVolume': 'data', 'ContainerPath': '/data'}]}";

        assertThat(task("", mount).found("task.volume.absent"))
                .containsExactly("ERROR Task/ContainerDefinitions/0/MountPoints/0/SourceVolume: "
                        + "`web` mounts `data`, and the task has no volume of that name.");
        assertThat(task("'Volumes': [{'Name': 'data'}], ", mount).found("task.volume"))
                .isEmpty();
        assertThat(task("'Volumes': {'Ref': 'Asked'}, ", mount).found("task.volume.absent"))
                .isEmpty();
    }

    @Test
    void warnsOfAVolumeForNobody() {
        assertThat(task("'Volumes': [{'Name': 'data'}], ", "{'Name': 'web'}").found("task.volume.unused"))
                .containsExactly("WARNING Task/Volumes/0/Name: `data` is a volume that no container mounts.");
        assertThat(task("'Volumes': [{'Name': 'data'}], ", "{'Name': 'web', 'MountPoints': {'Ref': 'Asked'}}")
                        .found("task.volume.unused"))
                .isEmpty();
    }

    @Test
    void refusesTwoMountsAtOnePath() {
        assertThat(task(
                                "",
                                "{'Name': 'web', 'MountPoints': [{'SourceVolume': 'a', 'ContainerPath': '/x'}, "
                                        + "{'SourceVolume': 'b', 'ContainerPath': '/x'}]}")
                        .found("container.mount.twice"))
                .hasSize(1);
    }

    @Test
    void wantsTlsWithAnAccessPoint() {
        var volume = "'Volumes': [{'Name': 'data', 'EFSVolumeConfiguration': {'FilesystemId': 'fs-1', "
                + "'AuthorizationConfig': {'AccessPointId': {'Ref': 'Asked'}}%s}}], ";

        assertThat(task(volume.replace("%s", ""), "{'Name': 'web'}").found("task.volume.unencrypted"))
                .containsExactly("ERROR Task/Volumes/0/EFSVolumeConfiguration/TransitEncryption: "
                        + "`data` is mounted with an access point and without TLS, and EFS gives one only with the "
                        + "other.");
        assertThat(task(volume.replace("%s", ", 'TransitEncryption': 'ENABLED'"), "{'Name': 'web'}")
                        .found("task.volume.unencrypted"))
                .isEmpty();
        assertThat(task(volume.replace("%s", ", 'TransitEncryption': {'Ref': 'Asked'}"), "{'Name': 'web'}")
                        .found("task.volume.unencrypted"))
                .isEmpty();
    }

    @Test
    void wantsOneLogRouterForThoseWhoUseIt() {
        var web = "{'Name': 'web', 'LogConfiguration': {'LogDriver': 'awsfirelens'}}";
        var router = "{'Name': 'router', 'FirelensConfiguration': {'Type': 'fluentbit'}}";

        assertThat(task("", web).found("task.logs.router-missing")).hasSize(1);
        assertThat(task("", web + ", " + router).found("task.logs")).isEmpty();
        assertThat(task("", web + ", {'Ref': 'Asked'}").found("task.logs.router-missing"))
                .isEmpty();
        assertThat(task("", router + ", " + router.replace("'router'", "'other'"))
                        .found("task.logs.router-several"))
                .hasSize(1);
        assertThat(task("", router.replace("}}", "}, 'LogConfiguration': {'LogDriver': 'awsfirelens'}}"))
                        .found("task.logs.router-self"))
                .hasSize(1);
    }

    @Test
    void measuresThePoliciesOfARole() {
        var arn = "'arn:aws:s3:::" + "x".repeat(1000) + "'";
        var tenThousand = String.join(", ", java.util.Collections.nCopies(10, arn));

        assertThat(role(tenThousand).found("role.policy.size"))
                .singleElement()
                .asString()
                .startsWith("ERROR Role/Policies: `Role` has policies of at least 10");
        assertThat(role(arn).found("role.policy.size")).isEmpty();
    }

    private static Sketch role(String resources) {
        return Sketch.of(
                "'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'AssumeRolePolicyDocument': {}, 'Policies': [{"
                        + "'PolicyName': 'a', 'PolicyDocument': {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', "
                        + "'Action': 's3:GetObject', 'Resource': [" + resources + "]}]}}]}}");
    }

    private static Sketch task(String properties, String containers) {
        return Sketch.of(
                "'Parameters': {'Asked': {'Type': 'String'}}",
                "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {" + properties
                        + "'ContainerDefinitions': [" + containers + "]}}");
    }
}
