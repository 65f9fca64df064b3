package dev.stowage.schema.semantics.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({"4, 0, 10.0.0.0/20", "4, 15, 10.0.240.0/20", "5, 12, 10.0.96.0/21", "1, 1, 10.0.128.0/17"})
    void sharesItselfEvenly(int more, int position, String part) {
        assertThat(range("10.0.0.0/16").part(more, position)).hasToString(part);
    }

    @Test
    void beginsAtItsFirstAddressOrFurtherOn() {
        assertThat(range("10.0.16.0/20").beginsAtItsFirst()).isTrue();
        assertThat(range("10.0.17.0/20").beginsAtItsFirst()).isFalse();
        assertThat(range("0.0.0.0/0").beginsAtItsFirst()).isTrue();
    }

    @Test
    void holdsSmallerRangesOfItsFamily() {
        assertThat(range("10.0.0.0/8").contains(range("10.1.0.0/16"))).isTrue();
        assertThat(range("10.1.0.0/16").contains(range("10.0.0.0/8"))).isFalse();
        assertThat(range("::/0").contains(range("10.0.0.0/8"))).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(range("10.0.16.0/20")).hasToString("10.0.16.0/20").isEqualTo(range("10.0.16.0/20"));
        assertThat(range("2001:db8::/32")).hasToString("2001:0db8:0000:0000:0000:0000:0000:0000/32");
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }
}
