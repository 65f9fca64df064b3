package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.TaskAddress.Binding;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.PortMapping.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The host ports of containers in bridge mode. */
class HostPortsTest {

    private static HostPorts ports(int first, int last, Integer... taken) {
        var all = Set.of(taken);
        return HostPorts.between(first, last, (port, protocol) -> !all.contains(port));
    }

    private static ContainerSetup web(PortMapping... mappings) {
        return ContainerSetup.essential("web", "w").with(mappings);
    }

    @Test
    @Behaviour("4")
    void dynamicPortsAreGivenOneAfterTheOtherAndOverAgainAtTheEnd() {
        var ports = ports(100, 102, 101);

        assertThat(ports.take(1, Protocol.TCP)).contains(100);
        assertThat(ports.take(1, Protocol.TCP)).contains(102);
        assertThat(ports.take(1, Protocol.TCP)).isEmpty();
        ports.giveBack(List.of(100));
        assertThat(ports.take(1, Protocol.TCP)).contains(100);
    }

    @Test
    @Behaviour("4")
    void aRangeGetsPortsInARow() {
        assertThat(ports(100, 110, 102, 105).take(4, Protocol.TCP)).contains(106);
    }

    @Test
    @Behaviour("4")
    void aFixedPortIsTakenAsItIsWritten() {
        var plan = PortPlan.of(web(PortMapping.tcp(8080, 80), PortMapping.tcp(9090)), ports(100, 110));

        assertThat(plan.bindings())
                .containsExactly(new Binding("web", 8080, "tcp", 80), new Binding("web", 9090, "tcp", 100));
        assertThat(plan.dynamic()).containsExactly(100);
    }

    @Test
    @Behaviour("4")
    void whereThereAreTooFewPortsTheAgentsWordsAreSaid() {
        var range = new PortMapping(8000, 8004, Optional.empty(), Protocol.TCP, "", "");

        assertThatThrownBy(() -> PortPlan.of(web(range), ports(100, 103)))
                .hasMessage("5 contiguous host ports are unavailable");
        assertThatThrownBy(() -> PortPlan.of(web(PortMapping.tcp(80), PortMapping.tcp(81)), ports(100, 100)))
                .hasMessage("a host port is unavailable");
    }
}
