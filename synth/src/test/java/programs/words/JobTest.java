package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Tasks that run once, with everything that their service has. */
class JobTest {

    private static final Vpc NETWORK = Vpc.existing("main", id("vpc-1"))
            .privateSubnets("subnet-1", "subnet-2")
            .publicSubnets("subnet-3");

    private static final Cluster CLUSTER = Cluster.of("shop", NETWORK);

    @Test
    void runsTheTaskOfItsServiceOnce() {
        var web = web();
        var outcome = Outcome.of(() -> Stack.of(
                "shop", web, web.job("migrate").command("bin/migrate", "--all").sized(HalfVcpu.GB_1)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebMigrateTaskDefinition", "Cpu")).isEqualTo("\"512\"");
        assertThat(outcome.text("WebMigrateTaskDefinition", "ContainerDefinitions/0/Name"))
                .isEqualTo("\"traces\"");
        assertThat(outcome.text("WebMigrateTaskDefinition", "ContainerDefinitions/0/Essential"))
                .isEqualTo("false");
        assertThat(outcome.text("WebMigrateTaskDefinition", "ContainerDefinitions/1/Essential"))
                .isEqualTo("true");
        assertThat(outcome.text("WebMigrateTaskDefinition", "ContainerDefinitions/1/Command"))
                .isEqualTo("[\"bin/migrate\", \"--all\"]");
        assertThat(outcome.text("WebMigrateTaskDefinition", "ContainerDefinitions/1/Environment"))
                .contains("\"A\"");
        assertThat(outcome.text("WebMigrateTaskDefinition", "ContainerDefinitions/2/Essential"))
                .isEqualTo("false");
        assertThat(outcome.json("shop")).doesNotContain("\"WebMigrateSecurityGroup\"");
    }

    @Test
    void itsCommandSaysWhatItsDisksAreLike() {
        var keeper =
                Container.of("web", image("shop/web:1")).mount(disk("data", 40).iops(4000), "/data");
        var web = CLUSTER.service("web", FargateTask.sized(OneVcpu.GB_2).container(keeper));
        var outcome = Outcome.of(() -> Stack.of("shop", web, web.job("migrate")));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.json("shop"))
                .contains(" --volume-configurations", " 'name=data,managedEBSVolume={roleArn=")
                .contains(",volumeType=gp3,encrypted=true,sizeInGiB=40,iops=4000}'");
        assertThat(outcome.text("WebMigrateVolumesRole", "ManagedPolicyArns/0"))
                .contains("AmazonECSInfrastructureRolePolicyForVolumes");
    }

    @Test
    void showsTheCommandThatRunsIt() {
        var web = web();
        var outcome = Outcome.of(() -> Stack.of("shop", web, web.job("migrate")));

        assertThat(outcome.json("shop"))
                .contains(
                        "\"WebMigrateCommand\"",
                        "aws ecs run-task --launch-type FARGATE --cluster ",
                        "\"WebMigrateCluster\"",
                        "\"WebMigrateTask\"",
                        "\"WebMigrateSubnets\"",
                        "\"WebMigrateGroups\"",
                        "],assignPublicIp=DISABLED}'");
    }

    @Test
    void mayDoWhatItsServiceMayAndMore() {
        var web = web();
        var job = web.job("migrate").may(Permission.allow("s3:PutObject", arn("arn:aws:s3:::b/*")));
        var later = web.may(Permission.allow("s3:GetObject", arn("arn:aws:s3:::a/*")));
        var outcome = Outcome.of(() -> Stack.of("shop", later, job));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebMigrateTaskRole", "Policies")).contains("s3:GetObject", "s3:PutObject");
        assertThat(outcome.text("WebTaskRole", "Policies")).doesNotContain("s3:PutObject");
    }

    @Test
    void aJobOfAnotherStackUsesTheGroupOfItsService() {
        var web = web().publicAddress();
        var outcome = Outcome.of(() -> App.of(Stack.of("shop", CLUSTER, web), Stack.of("jobs", web.job("migrate"))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.json("jobs"))
                .contains("\"shop-WebSecurityGroup-GroupId\"", "\"shop-ShopCluster-Ref\"", "assignPublicIp=ENABLED");
    }

    private static FargateService web() {
        return CLUSTER.service(
                "web",
                FargateTask.sized(OneVcpu.GB_2)
                        .container(Container.of("traces", image("traces")).sidecar())
                        .container(Container.of("web", image("web"))
                                .port(http(8080))
                                .env("A", "1"))
                        .container(Container.of("cache", image("cache"))));
    }
}
