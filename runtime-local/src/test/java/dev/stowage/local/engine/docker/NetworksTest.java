package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.engine.RunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Networks of runs, against a fake engine that refuses things at the right moment. */
class NetworksTest {

    private static final RunId RUN = new RunId("r");

    private final FakeDaemon daemon =
            FakeDaemon.version("20.10.24", "1.41", "1.12").on("GET /networks", 200, "[]");
    private final Docker docker = Docker.connect(daemon.address());
    private final Networks networks = Networks.of(docker, new AddressPool(Cidr.of("10.213.0.0/18"), 20));

    @AfterEach
    void end() {
        docker.close();
        daemon.close();
    }

    @Test
    void whereAnotherProcessTookTheBlockTheNextOneIsTried() {
        daemon.on("POST /networks/create", 403, "{\"message\":\"Pool overlaps with other one on this address space\"}")
                .on("POST /networks/create", 201, "{\"Id\":\"n2\"}");

        var network = networks.ensure(RUN);

        assertThat(network.block()).hasToString("10.213.16.0/20");
        assertThat(network.gateway()).isEqualTo("10.213.16.1");
        assertThat(daemon.asked("POST", "/networks/create").get(1).body())
                .contains("\"Subnet\":\"10.213.16.0/20\"")
                .contains("\"IPRange\":\"10.213.16.0/21\"")
                .contains("\"dev.stowage.run\":\"r\"");
    }

    @Test
    void theNetworkOfARunThatIsThereIsUsedAgain() {
        daemon.close();
        try (var other = FakeDaemon.version("20.10.24", "1.41", "1.12")
                        .on(
                                "GET /networks",
                                200,
                                "[{\"Id\":\"n1\",\"Name\":\"stowage-r\",\"IPAM\":{\"Config\":[{\"Subnet\":\"10.213.32.0/20\"}]}}]");
                var connection = Docker.connect(other.address())) {
            assertThat(Networks.of(connection, AddressPool.STANDARD).ensure(RUN))
                    .isEqualTo(new RunNetwork("n1", "stowage-r", Cidr.of("10.213.32.0/20")));
            assertThat(other.asked("POST", "/networks/create")).isEmpty();
        }
    }

    @Test
    void aFurtherAddressIsMadeOnceInANetworkOfItsOwn() {
        daemon.close();
        try (var other = FakeDaemon.version("20.10.24", "1.41", "1.12")
                        .on(
                                "GET /networks",
                                200,
                                "[{\"Id\":\"n2\",\"Name\":\"stowage-r-1\",\"Labels\":{\"dev.stowage.door\":\"1\"},"
                                        + "\"IPAM\":{\"Config\":[{\"Subnet\":\"10.208.0.0/28\"}]}}]")
                        .on("POST /networks/create", 201, "{\"Id\":\"n3\"}");
                var connection = Docker.connect(other.address())) {
            var doors = Networks.of(connection, AddressPool.STANDARD).doors(RUN, 2);

            assertThat(doors).extracting(RunNetwork::gateway).containsExactly("10.208.0.1", "10.208.0.17");
            assertThat(other.asked("POST", "/networks/create"))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.body())
                            .contains("\"stowage-r-2\"")
                            .contains("\"dev.stowage.door\":\"2\"")
                            .contains("\"dev.stowage.run\":\"r\""));
        }
    }

    @Test
    void aNetworkThatIsStillInUseIsTriedAgain() {
        daemon.on("GET /networks", 200, "[{\"Id\":\"n1\",\"Name\":\"stowage-r\"}]")
                .on("DELETE /networks/n1", 403, "{\"message\":\"network has active endpoints\"}")
                .on("DELETE /networks/n1", 204, "")
                .on("GET /networks/n1", 200, "{\"Containers\":{\"c1\":{}}}")
                .on("POST /networks/n1/disconnect", 200, "");

        assertThat(daemon.asked("GET", "/networks")).isEmpty();
        networks.remove(RUN);
        networks.remove(RUN);

        assertThat(daemon.asked("DELETE", "/networks/n1")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(daemon.asked("POST", "/networks/n1/disconnect").get(0).body())
                .contains("c1");
    }
}
