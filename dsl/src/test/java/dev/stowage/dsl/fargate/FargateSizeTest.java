package dev.stowage.dsl.fargate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.expression.Text;
import dev.stowage.schema.table.FargateSizes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FargateSizeTest {

    @Test
    void hasAConstantForEveryPairOfTheTable() {
        for (var row : FargateSizes.standard().rows()) {
            for (var memory : row.memories()) {
                var pair = FargateSize.of(row.cpu(), memory).orElseThrow();
                assertThat(pair.cpu()).isEqualTo(row.cpu());
                assertThat(pair.memory()).isEqualTo(memory);
                assertThat(pair instanceof WindowsFargateSize).isEqualTo(row.isForWindows());
            }
        }
    }

    @Test
    void hasNoConstantOutsideTheTable() {
        var pairs = new ArrayList<FargatePair>();
        for (var row : FargateSizes.standard().rows()) {
            pairs.addAll(List.of(FargatePairs.of(row.cpu())));
        }
        assertThat(pairs).hasSize(77).doesNotHaveDuplicates();
        assertThat(pairs).allMatch(pair -> FargateSizes.standard().isLegal(pair.cpu(), pair.memory()));
    }

    @Test
    void namesAMemoryInTheTypeOfItsVcpuAndInNoOther() {
        for (var row : FargateSizes.standard().rows()) {
            var legal = new ArrayList<String>();
            for (var memory : row.memories()) {
                legal.add(memory < 1024 ? "MB_" + memory : "GB_" + memory / 1024);
            }
            var constants = FargatePairs.of(row.cpu())[0].getClass().getEnumConstants();
            assertThat(constants).extracting(Object::toString).containsExactlyElementsOf(legal);
        }
    }

    @Test
    void isClosedOverEightEnums() {
        assertThat(FargatePair.class.getPermittedSubclasses())
                .containsExactly(
                        QuarterVcpu.class,
                        HalfVcpu.class,
                        EightVcpu.class,
                        SixteenVcpu.class,
                        ThirtyTwoVcpu.class,
                        WindowsFargateSize.class);
        assertThat(WindowsFargateSize.class.getPermittedSubclasses())
                .containsExactly(OneVcpu.class, TwoVcpu.class, FourVcpu.class);
    }

    @Test
    void namesConstantsAsTheConsoleDoes() {
        assertThat(QuarterVcpu.MB_512.memory()).isEqualTo(512);
        assertThat(TwoVcpu.GB_16.memory()).isEqualTo(16384);
        assertThat(ThirtyTwoVcpu.GB_244.cpu()).isEqualTo(32768);
    }

    @Test
    void findsNothingThatFargateLacks() {
        assertThat(FargateSize.of(256, 4096)).isEmpty();
        assertThat(FargateSize.of(300, 512)).isEmpty();
    }

    @Test
    void isChosenByAParameterValueByValue() {
        var parameter = Text.parameter("Size").oneOf("small", "large");
        var chosen = (ChosenSize) FargateSize.chosenBy(parameter, QuarterVcpu.GB_1, FourVcpu.GB_8);
        assertThat(chosen.parameter()).isEqualTo(parameter);
        assertThat(chosen.pairs()).containsExactly(QuarterVcpu.GB_1, FourVcpu.GB_8);
        assertThat(chosen.isComplete()).isTrue();
        assertThat(chosen).isEqualTo(FargateSize.chosenBy(parameter, QuarterVcpu.GB_1, FourVcpu.GB_8));
    }

    @Test
    void isIncompleteWhereAValueHasNoPair() {
        var parameter = Text.parameter("Size").oneOf("small", "large");
        assertThat(((ChosenSize) FargateSize.chosenBy(parameter, QuarterVcpu.GB_1)).isComplete())
                .isFalse();
        assertThat(((ChosenSize) FargateSize.chosenBy(Text.parameter("Size"), QuarterVcpu.GB_1)).isComplete())
                .isFalse();
    }
}
