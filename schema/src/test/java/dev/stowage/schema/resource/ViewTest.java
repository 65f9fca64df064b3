package dev.stowage.schema.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.EcsService.AwsVpcConfiguration;
import dev.stowage.schema.resource.EcsService.NetworkConfiguration;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final Origin PLACE = new Written("stack.json", 7, 3);

    @Test
    void writesWhatItIsTold() {
        var service = EcsService.of()
                .cluster(Functions.ref("Shop"))
                .desiredCount(3)
                .enableExecuteCommand(true)
                .networkConfiguration(NetworkConfiguration.of()
                        .awsvpcConfiguration(AwsVpcConfiguration.of().subnets("subnet-a", "subnet-b")));
        assertThat(service.tree())
                .hasToString("{Cluster=!Ref \"Shop\", DesiredCount=3, EnableExecuteCommand=true, "
                        + "NetworkConfiguration={AwsvpcConfiguration={Subnets=[\"subnet-a\", \"subnet-b\"]}}}");
    }

    @Test
    void leavesTheViewItCameFromAlone() {
        var one = EcsService.of().desiredCount(1);
        assertThat(one.desiredCount(2).desiredCount().or(0)).isEqualTo(2);
        assertThat(one.desiredCount().or(0)).isEqualTo(1);
        assertThat(EcsService.of().tree().isEmpty()).isTrue();
    }

    @Test
    void readsScalarsAsCloudFormationConvertsThem() {
        var tree = ObjectNode.of("DesiredCount", TextNode.of("3"))
                .with("EnableExecuteCommand", TextNode.of("true"))
                .with("Cluster", NumberNode.of(7))
                .with("LaunchType", FlagNode.of(true));
        var service = view(tree);
        assertThat(service.desiredCount().is(3)).isTrue();
        assertThat(service.enableExecuteCommand().is(true)).isTrue();
        assertThat(service.cluster().is("7")).isTrue();
        assertThat(service.launchType().is("true")).isTrue();
    }

    @Test
    void knowsNothingOfFunctionsAndOfWhatDoesNotFit() {
        var tree = ObjectNode.of("DesiredCount", Functions.ref("Count"))
                .with("HealthCheckGracePeriodSeconds", TextNode.of("soon"))
                .with("EnableExecuteCommand", TextNode.of("yes"))
                .with("NetworkConfiguration", TextNode.of("open"))
                .with("LaunchType", Functions.noValue());
        var service = view(tree);
        assertThat(service.desiredCount().isUnknown()).isTrue();
        assertThat(service.healthCheckGracePeriodSeconds().isUnknown()).isTrue();
        assertThat(service.enableExecuteCommand().isUnknown()).isTrue();
        assertThat(service.networkConfiguration().isUnknown()).isTrue();
        assertThat(service.launchType().isAbsent()).isTrue();
        assertThat(service.taskDefinition().isAbsent()).isTrue();
    }

    @Test
    void readsListsAsFarAsTheyAreKnown() {
        var subnets = ListNode.of(TextNode.of("subnet-a"), Functions.ref("Other"), Functions.noValue());
        var network = AwsVpcConfiguration.EMPTY.over(ObjectNode.of("Subnets", subnets), Scope.NOTHING, Origin.NOWHERE);
        assertThat(network.subnets().isComplete()).isTrue();
        assertThat(network.subnets().known()).extracting(Reading::isKnown).containsExactly(true, false);
        assertThat(network.securityGroups().isAbsent()).isTrue();
        assertThat(network.subnets(Functions.ref("List")).subnets().isComplete())
                .isFalse();
    }

    @Test
    void readsListsOfObjects() {
        var task = EcsTaskDefinition.of()
                .containerDefinitions(
                        EcsTaskDefinition.ContainerDefinition.of().name("web").image("nginx"),
                        EcsTaskDefinition.ContainerDefinition.of().name("log").image("fluentbit"));
        assertThat(task.containerDefinitions().known())
                .extracting(each -> each.name().or(""))
                .containsExactly("web", "log");
        var hidden = task.containerDefinitions(ListNode.of(Functions.ref("Sidecar")));
        assertThat(hidden.containerDefinitions().isComplete()).isFalse();
    }

    @Test
    void placesWhatIsWrittenWhereItWasSaid() {
        var elsewhere = new Written("stack.json", 9, 1);
        var service = EcsService.of()
                .said(PLACE)
                .desiredCount(3)
                .cluster(TextNode.of("shop").at(elsewhere))
                .tags(List.of(Tag.of().key("team").value("blue")));
        assertThat(service.tree().peek("DesiredCount").at()).isSameAs(PLACE);
        assertThat(service.tree().peek("Cluster").at()).isSameAs(elsewhere);
        assertThat(service.tags().known().get(0).tree().at()).isSameAs(PLACE);
    }

    @Test
    void writesNumbersAsShortAsTheyAre() {
        var alarm = CloudWatchAlarm.of();
        assertThat(alarm.threshold(80).tree()).hasToString("{Threshold=80}");
        assertThat(alarm.threshold(0.5).tree()).hasToString("{Threshold=0.5}");
        assertThat(alarm.threshold(0.5).threshold().is(0.5)).isTrue();
    }

    @Test
    void isEqualToAViewOfTheSameKindThatSaysTheSame() {
        assertThat(EcsService.of().desiredCount(1))
                .isEqualTo(EcsService.of().said(PLACE).desiredCount(1));
        assertThat(EcsService.of()).isNotEqualTo(EcsCluster.of());
        assertThat(EcsService.of().desiredCount(1)).hasToString("EcsService{DesiredCount=1}");
    }

    private static EcsService view(ObjectNode tree) {
        return EcsService.EMPTY.over(tree, Scope.NOTHING, Origin.NOWHERE);
    }
}
