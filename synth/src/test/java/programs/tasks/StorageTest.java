package programs.tasks;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.storage.Volume.diskFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static programs.tasks.One.text;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.Volume;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Whoever mounts a volume can reach it and use it, and nobody else is let in. */
class StorageTest {

    private static final ElasticFileSystem UPLOADS = ElasticFileSystem.of("uploads", One.NETWORK);

    @Test
    void mountsOverTlsWithTheRoleOfTheTask() {
        var outcome = mounting(UPLOADS.accessPoint("web", "/web").user(33, 34).volume());

        assertThat(text(outcome, "WebTaskDefinition", "Volumes/0/EFSVolumeConfiguration"))
                .isEqualTo("{'FilesystemId': {'Ref': 'UploadsFileSystem'}, 'TransitEncryption': 'ENABLED',"
                        + " 'AuthorizationConfig': {'IAM': 'ENABLED',"
                        + " 'AccessPointId': {'Ref': 'UploadsWebAccessPoint'}}}");
        assertThat(text(outcome, "UploadsWebAccessPoint", "PosixUser")).isEqualTo("{'Uid': '33', 'Gid': '34'}");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void makesAMountTargetInEachPrivateSubnet() {
        var outcome = mounting(UPLOADS.volume());

        assertThat(outcome.resources("AWS::EFS::MountTarget")).hasSize(2);
        assertThat(text(outcome, "UploadsMountTarget2", "SubnetId")).isEqualTo("'subnet-2'");
        assertThat(Outcome.text(outcome.resource("WebService").attributes()))
                .contains("UploadsMountTarget1", "UploadsMountTarget2");
    }

    @Test
    void letsTheTasksInAtThePortOfNfs() {
        var outcome = mounting(UPLOADS.volume());

        assertThat(text(outcome, "WebToUploadsFileSystemIngress", "FromPort")).isEqualTo("2049");
        assertThat(text(outcome, "WebToUploadsFileSystemIngress", "SourceSecurityGroupId"))
                .contains("WebSecurityGroup");
    }

    @Test
    void givesTheTaskRoleNoMoreThanTheVolumeTakes() {
        assertThat(One.statements(mounting(UPLOADS.volume().readOnly()), "WebTaskRole"))
                .containsExactly("{'Effect': 'Allow', 'Action': 'elasticfilesystem:ClientMount',"
                        + " 'Resource': {'Fn::GetAtt': ['UploadsFileSystem', 'Arn']}}");
        assertThat(One.statements(mounting(UPLOADS.accessPoint("web", "/web").volume()), "WebTaskRole"))
                .containsExactly("{'Effect': 'Allow', 'Action': ['elasticfilesystem:ClientMount',"
                        + " 'elasticfilesystem:ClientWrite'],"
                        + " 'Resource': {'Fn::GetAtt': ['UploadsFileSystem', 'Arn']},"
                        + " 'Condition': {'StringEquals': {'elasticfilesystem:AccessPointArn':"
                        + " {'Fn::GetAtt': ['UploadsWebAccessPoint', 'Arn']}}}}");
    }

    @Test
    void keepsAFileSystemThatLosesItsStack() {
        var file = mounting(UPLOADS.volume()).resource("UploadsFileSystem");

        assertThat(Outcome.text(file.attributes())).contains("\"DeletionPolicy\": \"Retain\"");
    }

    @Test
    void leavesTheGroupsOfAnExistingFileSystemAloneUnlessToldOne() {
        var old = ElasticFileSystem.existing("old", id("fs-0a1b2c3d"));

        assertThat(mounting(old.volume()).resources("AWS::EC2::SecurityGroupIngress"))
                .isEmpty();
        assertThat(text(mounting(old.securityGroup("sg-9").volume()), "WebToOldFileSystemIngress", "GroupId"))
                .isEqualTo("'sg-9'");
        assertThat(One.statements(mounting(old.volume()), "WebTaskRole").get(0)).contains(":file-system/fs-0a1b2c3d");
    }

    @Test
    void reachesAFileSystemOfAnotherStack() {
        var outcome = Outcome.of(() -> App.of(
                Stack.of("data", UPLOADS, One.CLUSTER),
                Stack.of("shop", One.service(One.task(One.container().mount(UPLOADS.volume(), "/data"))))));

        assertThat(outcome.stacks()).containsExactly("data", "shop");
        assertThat(outcome.model().findings()).isEmpty();
        assertThat(text(outcome, "WebToUploadsFileSystemIngress", "GroupId")).contains("Fn::ImportValue");
    }

    @Test
    void wantsToKnowTheSubnetsOfAnExistingNetwork() {
        var hidden = ElasticFileSystem.of("uploads", Vpc.existing("other", id("vpc-2")));

        assertThat(mounting(hidden.volume()).rules()).contains("file-system.subnets.unknown");
    }

    @Test
    void givesEachTaskADiskOfItsOwn() {
        var outcome = mounting(disk("data", 100).throughput(250));

        assertThat(text(outcome, "WebTaskDefinition", "Volumes"))
                .isEqualTo("[{'Name': 'data', 'ConfiguredAtLaunch': true}]");
        assertThat(text(outcome, "WebService", "VolumeConfigurations"))
                .isEqualTo("[{'Name': 'data', 'ManagedEBSVolume': {'RoleArn': {'Fn::GetAtt':"
                        + " ['WebVolumesRole', 'Arn']}, 'VolumeType': 'gp3', 'Encrypted': true, 'SizeInGiB': 100,"
                        + " 'Throughput': 250}}]");
        assertThat(text(outcome, "WebVolumesRole", "AssumeRolePolicyDocument")).contains("'ecs.amazonaws.com'");
    }

    @Test
    void fillsADiskFromASnapshot() {
        assertThat(text(mounting(diskFrom("seed", "snap-1")), "WebService", "VolumeConfigurations/0/ManagedEBSVolume"))
                .contains("'SnapshotId': 'snap-1'")
                .doesNotContain("SizeInGiB");
    }

    @Test
    void refusesTwoVolumesWithOneName() {
        var outcome = One.of(
                One.task(One.container().mount(Volume.empty("data"), "/a").mount(disk("data", 1), "/b"))); // <- second

        assertThat(outcome.place("task.volume.differs"))
                .isEqualTo(programs.Marks.of(StorageTest.class).line("second"));
    }

    private static Outcome mounting(Volume volume) {
        return One.of(One.task(One.container().mount(volume, "/data")));
    }
}
