package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of images. */
class ImageNameTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, '', nginx, latest",
        "nginx:1.27, '', nginx, 1.27",
        "me/app:2, '', me/app, 2",
        "localhost:5000/app, localhost:5000, localhost:5000/app, latest",
        "registry.example.com/team/app:3, registry.example.com, registry.example.com/team/app, 3",
        "me/app:2@sha256:00ff, '', me/app, sha256:00ff"
    })
    void aNameIsTakenApart(String name, String registry, String repository, String reference) {
        var image = ImageName.of(name);

        assertThat(image.registry().orElse("")).isEqualTo(registry);
        assertThat(image.repository()).isEqualTo(repository);
        assertThat(image.reference()).isEqualTo(reference);
    }

    @Test
    void anImageOfAnAccountIsKnownByItsRegistry() {
        assertThat(ImageName.of("123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1")
                        .isEcr())
                .isTrue();
        assertThat(ImageName.of("nginx").isEcr()).isFalse();
    }
}
