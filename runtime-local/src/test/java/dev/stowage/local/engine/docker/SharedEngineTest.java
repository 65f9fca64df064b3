package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Network;
import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several runs on one engine at once. */
@OnDocker
class SharedEngineTest {

    @Test
    void runsThatBeginAtOnceGetNetworksOfTheirOwn() throws InterruptedException, ExecutionException {
        var workers = Executors.newFixedThreadPool(4);
        try (var docker = Docker.connect()) {
            var begins = new ArrayList<Callable<RunNetwork>>();
            for (var i = 0; i < 4; i++) {
                var run = new RunId("test-at-once-" + ProcessHandle.current().pid() + "-" + i);
                begins.add(() -> Networks.of(docker, AddressPool.STANDARD).ensure(run));
            }
            var networks = new ArrayList<RunNetwork>();
            for (Future<RunNetwork> one : workers.invokeAll(begins)) {
                networks.add(one.get());
            }

            assertThat(networks)
                    .extracting(RunNetwork::block)
                    .doesNotHaveDuplicates()
                    .hasSize(4);
            for (var i = 0; i < 4; i++) {
                Sweep.of(docker)
                        .remove(new RunId(
                                "test-at-once-" + ProcessHandle.current().pid() + "-" + i));
            }
        } finally {
            workers.shutdown();
        }
    }

    @Test
    void theAddressOfTheEndpointsIsThereWhileARunIs() {
        try (var one = Bench.open();
                var other = Bench.open()) {
            assertThat(linkLocal(one)).hasSize(1);
            other.engine.removeAll();
            assertThat(linkLocal(one)).hasSize(1);
        }
    }

    @Test
    @Behaviour("5.10")
    void whatAKilledProcessLeftIsFoundAndRemovedByItsLabels() {
        var left = Bench.open();
        assertThat(left.up("t1", TaskSetup.of("shop", NetworkMode.AWSVPC, Bench.idle("web")))
                        .value())
                .isEqualTo("t1");
        left.engine.close();

        try (var docker = Docker.connect()) {
            assertThat(Sweep.of(docker).runs()).contains(left.run);
            Sweep.of(docker).remove(left.run);
            assertThat(Sweep.of(docker).runs()).doesNotContain(left.run);
        }
        left.close();
    }

    private static List<Network> linkLocal(Bench bench) {
        return bench.docker
                .within(Patience.INSPECT)
                .listNetworksCmd()
                .withFilter("label", List.of(Labels.SHARED + "=link-local"))
                .exec();
    }
}
