package dev.stowage.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import org.junit.jupiter.api.Test;

/** The names that EC2 gives to addresses. */
class PrivateNameTest {

    @Test
    @Behaviour("4")
    void aNameSaysTheAddressAndTheRegion() {
        assertThat(PrivateName.of("10.0.1.7", "eu-west-1")).isEqualTo("ip-10-0-1-7.eu-west-1.compute.internal");
    }

    @Test
    @Behaviour("4")
    void theOldestRegionIsNotNamed() {
        assertThat(PrivateName.of("10.0.1.7", "us-east-1")).isEqualTo("ip-10-0-1-7.ec2.internal");
    }
}
