package dev.stowage.schema.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.schema.table.FargateSizes.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FargateSizesTest {

    private final FargateSizes sizes = FargateSizes.standard();

    @Test
    void shipSeventySevenPairs() {
        assertThat(sizes.rows().stream().mapToInt(row -> row.memories().size()).sum())
                .isEqualTo(77);
        assertThat(sizes.rows())
                .extracting(FargateRow::cpu)
                .containsExactly(256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
    }

    @Test
    void tellTheirSourceAndDay() throws IOException {
        try (var in = FargateSizes.class.getResourceAsStream("fargate-sizes.csv")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("# source: ").containsPattern("# date: \\d{4}-\\d{2}-\\d{2}\n");
        }
    }

    @Test
    void goInTheStepsOfTheirRow() {
        assertThat(sizes.memoriesFor(256)).containsExactly(512, 1024, 2048);
        assertThat(sizes.memoriesFor(512)).containsExactly(1024, 2048, 3072, 4096);
        assertThat(sizes.memoriesFor(4096)).hasSize(23).startsWith(8192, 9216).endsWith(30720);
        assertThat(sizes.memoriesFor(8192)).hasSize(12).startsWith(16384, 20480).endsWith(61440);
        assertThat(sizes.memoriesFor(16384))
                .hasSize(12)
                .startsWith(32768, 40960)
                .endsWith(122880);
        assertThat(sizes.memoriesFor(32768)).containsExactly(61440, 122880, 249856);
        assertThat(sizes.memoriesFor(300)).isEmpty();
    }

    @Test
    void knowPairsThatFargateLacks() {
        assertThat(sizes.isLegal(256, 2048)).isTrue();
        assertThat(sizes.isLegal(256, 3072)).isFalse();
        assertThat(sizes.isLegal(512, 1500)).isFalse();
        assertThat(sizes.isLegal(32768, 65536)).isFalse();
    }

    @Test
    void offerWindowsThreeRows() {
        assertThat(sizes.rows().stream().filter(FargateRow::isForWindows))
                .extracting(FargateRow::cpu)
                .containsExactly(1024, 2048, 4096);
        assertThat(sizes.isLegalForWindows(1024, 2048)).isTrue();
        assertThat(sizes.isLegalForWindows(1024, 1024)).isFalse();
        assertThat(sizes.isLegalForWindows(512, 1024)).isFalse();
    }

    @Test
    void needANewPlatformFromEightVcpuOn() {
        assertThat(sizes.row(4096)).flatMap(FargateRow::platform).isEmpty();
        assertThat(sizes.row(8192)).flatMap(FargateRow::platform).contains("1.4.0");
    }

    @Test
    void leadToTheSmallestPairThatIsEnough() {
        assertThat(sizes.nearest(256, 3072)).contains(new Pair(512, 3072));
        assertThat(sizes.nearest(1000, 1000)).contains(new Pair(1024, 2048));
        assertThat(sizes.nearest(32768, 249857)).contains(new Pair(32768, 249856));
        assertThat(FargateSizes.of("").nearest(256, 512)).isEmpty();
    }

    @Test
    void growByRowsOfAUser() {
        var grown = sizes.plus(FargateSizes.of("cpu,memory,os,platform\n65536,131072-524288/131072,LINUX,1.5.0\n"));
        assertThat(grown.isLegal(65536, 262144)).isTrue();
        assertThat(grown.isLegal(256, 512)).isTrue();
        var changed = grown.plus(FargateSizes.of("256,512,LINUX WINDOWS,"));
        assertThat(changed.isLegal(256, 1024)).isFalse();
        assertThat(changed.isLegalForWindows(256, 512)).isTrue();
    }

    @Test
    void sayWhichRowTheyCannotRead() {
        assertThatThrownBy(() -> FargateSizes.of("256,512"))
                .hasMessage("`256,512` has 2 cells; a Fargate size has cpu, memory, os and platform.");
        assertThatThrownBy(() -> FargateSizes.of("256,much,LINUX,"))
                .hasMessage("`much` in `256,much,LINUX,` is no whole number.");
        assertThatThrownBy(() -> FargateSizes.of("256,512-1024/0,LINUX,"))
                .hasMessage("`512-1024/0` in `256,512-1024/0,LINUX,` goes in steps of 0 MiB.");
    }
}
