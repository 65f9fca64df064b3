package dev.stowage.schema.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Sizes as task definitions write them. */
class SizeTextTest {

    @Test
    void readsPlainNumbers() {
        assertThat(SizeText.memory("512")).hasValue(512);
        assertThat(SizeText.cpu(" 1024 ")).hasValue(1024);
    }

    @Test
    void readsUnitsHoweverTheyAreWritten() {
        assertThat(SizeText.memory("1 GB")).hasValue(1024);
        assertThat(SizeText.memory("2gb")).hasValue(2048);
        assertThat(SizeText.memory("0.5 GB")).hasValue(512);
        assertThat(SizeText.cpu(".5 vCPU")).hasValue(512);
        assertThat(SizeText.cpu("1vcpu")).hasValue(1024);
        assertThat(SizeText.cpu("0.25 VCPU")).hasValue(256);
    }

    @Test
    void doesNotGuess() {
        for (var text : new String[] {"", "GB", "1.5", "1 vCPU", "0.3 GB", "-1", "1..5 GB", "99999999999", "4 TB"}) {
            assertThat(SizeText.memory(text)).as(text).isEqualTo(OptionalInt.empty());
        }
    }
}
