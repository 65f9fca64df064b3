package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Which addresses tasks get. */
class LeasesTest {

    private static RunNetwork network(String block) {
        return new RunNetwork("n1", "stowage-r", Cidr.of(block));
    }

    @Test
    void tasksAndTheEngineGiveAddressesOutOfDifferentHalves() {
        var network = network("10.200.16.0/20");

        assertThat(network.forEngine()).hasToString("10.200.16.0/21");
        assertThat(network.forTasks()).hasToString("10.200.24.0/21");
        assertThat(Leases.of(network).take()).isEqualTo("10.200.24.0");
    }

    @Test
    void anAddressThatWasGivenBackComesAgainLast() {
        var leases = Leases.of(network("10.0.0.0/29"));
        assertThat(leases.take()).isEqualTo("10.0.0.4");

        leases.giveBack("10.0.0.4");

        assertThat(leases.take()).isEqualTo("10.0.0.5");
        assertThat(leases.take()).isEqualTo("10.0.0.6");
        assertThat(leases.take()).isEqualTo("10.0.0.4");
    }

    @Test
    void theAddressOfEverybodyAndThoseThatSomebodyHasAreNotGiven() {
        var leases = Leases.of(network("10.0.0.0/29"));
        leases.hold("10.0.0.5");

        assertThat(leases.take()).isEqualTo("10.0.0.4");
        assertThat(leases.take()).isEqualTo("10.0.0.6");
        assertThatThrownBy(leases::take).hasMessage("all 3 addresses for tasks in 10.0.0.4/30 are taken");
    }
}
