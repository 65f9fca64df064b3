package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.engine.docker.ImageProgress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of images that are pulled or built. */
class PullLinesTest {

    private final List<String> lines = new ArrayList<>();
    private final PullLines pulls = new PullLines(lines::add);

    @Test
    void eachThingThatHappensToAnImageIsToldOnceAndNothingOfItsParts() {
        reached("shop/web:7", "7", "Pulling from shop/web");
        reached("shop/web:7", "3ad1f2", "Downloading");
        reached("shop/web:7", "3ad1f2", "Downloading");
        reached("shop/api:2", "", "Step 1/2 : FROM busybox");
        reached("shop/web:7", "3ad1f2", "Pull complete");
        reached("shop/web:7", "", "Status: Downloaded newer image");
        reached("shop/web:7", "", "Status: Downloaded newer image");

        assertThat(lines)
                .containsExactly(
                        "shop/web:7  Pulling from shop/web",
                        "shop/api:2  Step 1/2 : FROM busybox",
                        "shop/web:7  Status: Downloaded newer image");
    }

    private void reached(String image, String part, String status) {
        pulls.reached(new ImageProgress(image, part, status, 0, 0));
    }
}
