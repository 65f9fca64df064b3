package dev.stowage.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.task.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalStackTest {

    private static final Home HOME = new Home("eu-west-1", Home.NO_ACCOUNT);

    @Test
    void aSecretPrintsThatItIsHidden() {
        var environment = new Environment(Map.of("A", "1"), Map.of("PASSWORD", Hidden.of("opensesame")));
        var container = ContainerSetup.essential("web", "shop/web:7").with(environment);

        assertThat(container.toString()).contains("PASSWORD").doesNotContain("opensesame");
        assertThat(container.environment().secrets().get("PASSWORD").reveal()).isEqualTo("opensesame");
    }

    @Test
    void aTaskWithANetworkOfItsOwnHasAPauseContainerInItsLifeAndNotAmongItsContainers() {
        var setup = TaskSetup.of("web", NetworkMode.AWSVPC, ContainerSetup.essential("web", "shop/web:7"));

        assertThat(setup.definition().containers().get(0).name()).isEqualTo(TaskDefinition.PAUSE);
        assertThat(setup.containers()).extracting(ContainerSetup::name).containsExactly("web");
        assertThat(setup.container(TaskDefinition.PAUSE)).isEmpty();
    }

    @Test
    void aTaskDefinitionThatStaysTheSameKeepsItsRevisionAndAChangedOneGetsTheNext() {
        var running =
                stack(web("shop/web:7").revision(4), worker("shop/worker:1").revision(2));

        var next = stack(web("shop/web:8"), worker("shop/worker:1")).following(running);

        assertThat(next.services())
                .extracting(one -> one.setup().arn())
                .satisfiesExactly(
                        web -> assertThat(web).endsWith("web:5"),
                        worker -> assertThat(worker).endsWith("worker:2"));
        assertThat(next.services())
                .extracting(one -> one.spec().definition().revision())
                .containsExactly(5, 2);
    }

    @Test
    void whatAServiceHasOtherwiseThanItsTaskDefinitionStaysWithTheNextRevision() {
        var disk = new VolumeSetup.Disk("disk", 30, false);
        var running = stack(web("shop/web:7"));
        var next = stack(web("shop/web:8").with(List.of(disk))).following(running);

        assertThat(next.services().get(0).setup().volumes()).containsExactly(disk);
        assertThat(next.services().get(0).spec().definition().revision()).isEqualTo(2);
    }

    @Test
    void aRunOverridesCommandEnvironmentAndLimitsOfOneContainer() {
        var setup = TaskSetup.of(
                "web",
                NetworkMode.BRIDGE,
                ContainerSetup.essential("web", "shop/web:7").with(Environment.of(Map.of("A", "1", "B", "2"))),
                ContainerSetup.essential("log", "shop/log:1"));

        var changed =
                setup.overridden(Overrides.of(Overrides.OfContainer.of("web", List.of("migrate"), Map.of("B", "3"))));

        var web = changed.container("web").orElseThrow();
        assertThat(web.command().arguments()).containsExactly("migrate");
        assertThat(web.environment().variables()).containsEntry("A", "1").containsEntry("B", "3");
        assertThat(changed.container("log")).isEqualTo(setup.container("log"));
    }

    private static TaskSetup web(String image) {
        return TaskSetup.of("web", NetworkMode.AWSVPC, ContainerSetup.essential("web", image));
    }

    private static TaskSetup worker(String image) {
        return TaskSetup.of("worker", NetworkMode.BRIDGE, ContainerSetup.essential("worker", image));
    }

    private static LocalStack stack(TaskSetup... tasks) {
        var cluster = new ClusterSetup("shop", HOME.arn("ecs", "cluster/shop"), List.of(), List.of());
        var services = List.of(tasks).stream().map(LocalStackTest::service).toArray(ServiceSetup[]::new);
        return LocalStack.of(HOME, cluster, services);
    }

    private static ServiceSetup service(TaskSetup task) {
        var spec = ServiceSpec.replica(task.family(), task.definition(), 1).in("shop");
        var key = new ResourceKey("shop", task.family());
        var arn = HOME.arn("ecs", "service/shop/" + task.family());
        return new ServiceSetup(
                key, arn, spec, task, List.of(), List.of(), List.of(), Optional.empty(), false, Map.of());
    }
}
