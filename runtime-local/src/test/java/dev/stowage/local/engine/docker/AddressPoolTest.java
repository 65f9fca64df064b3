package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blocks of addresses that runs take. */
class AddressPoolTest {

    private static final AddressPool POOL = new AddressPool(Cidr.of("10.200.0.0/18"), 20);

    @Test
    void theBlocksOfThePoolAreTriedInOrder() {
        assertThat(POOL.free(List.of()))
                .extracting(Cidr::toString)
                .containsExactly("10.200.0.0/20", "10.200.16.0/20", "10.200.32.0/20", "10.200.48.0/20");
    }

    @Test
    void aBlockThatOverlapsSomethingInUseIsLeftOut() {
        var used = List.of(Cidr.of("10.200.17.0/24"), Cidr.of("10.200.32.0/19"), Cidr.of("172.17.0.0/16"));

        assertThat(POOL.free(used)).extracting(Cidr::toString).containsExactly("10.200.0.0/20");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.200.0.0/20, true",
        "10.200.16.0/20, 10.200.0.0/20, false",
        "0.0.0.0/0, 192.168.1.0/24, true",
        "10.200.0.1/32, 10.200.0.0/20, true"
    })
    void blocksOverlapWhereTheyShareAnAddress(String one, String other, boolean overlap) {
        assertThat(Cidr.of(one).overlaps(Cidr.of(other))).isEqualTo(overlap);
    }

    @Test
    void anAddressIsCountedFromTheFirst() {
        assertThat(Cidr.of("10.200.16.0/20").address(257)).isEqualTo("10.200.17.1");
    }
}
