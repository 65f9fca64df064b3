package dev.stowage.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.schema.graph.Template;
import example.deploy.Broken;
import example.deploy.Shop;
import org.junit.jupiter.api.Test;

class StowageTest {

    @Test
    void givesTheModelOfAProgram() {
        assertThat(Stowage.model(Shop.SOUND).templates())
                .extracting(Template::stack)
                .containsExactly("shop");
    }

    @Test
    void givesAnEqualModelEachTime() {
        assertThat(Stowage.model(Shop.SOUND)).isEqualTo(Stowage.model(Shop.SOUND));
    }

    @Test
    void checksAModel() {
        assertThat(Stowage.check(Stowage.model(Shop.SOUND)).findings()).isEmpty();
        assertThat(Stowage.check(Stowage.model(Shop.REFUSED)).hasErrors()).isTrue();
    }

    @Test
    void letsAnExceptionOfTheProgramThrough() {
        assertThatThrownBy(() -> Stowage.model(Broken.THROWN)).isInstanceOf(IllegalStateException.class);
    }
}
