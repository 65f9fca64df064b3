package dev.stowage.schema.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    void remembersALineOfAnotherProcess() {
        var frame = Frame.remembered("shop.Shop$Sizes", "describe", "Shop.java", 74, true);

        assertThat(frame).hasToString("Shop.java:74");
        assertThat(frame.packageName()).isEqualTo("shop");
        assertThat(frame.declaring()).isEmpty();
        assertThat(frame.isLibrary()).isTrue();
    }

    @Test
    void knowsTheClassThatThisProcessRan() {
        var frame = Frame.running(new Throwable().getStackTrace()[0]);

        assertThat(frame.declaring()).contains(FrameTest.class);
        assertThat(frame.className()).isEqualTo(FrameTest.class.getName());
        assertThat(frame.isLibrary()).isFalse();
    }

    @Test
    void hasNoPackageNameInTheUnnamedPackage() {
        assertThat(Frame.remembered("Shop", "main", "Shop.java", 1, false).packageName())
                .isEmpty();
    }
}
