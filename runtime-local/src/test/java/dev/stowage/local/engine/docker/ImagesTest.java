package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.AuthConfig;
import dev.stowage.local.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When images are pulled, and what comes of it, against a fake engine. */
class ImagesTest {

    private static final String PRESENT =
            "{\"Id\":\"sha256:1\",\"Architecture\":\"amd64\",\"RepoDigests\":[\"r/a@sha256:d\"],"
                    + "\"Config\":{\"Env\":[\"PATH=/bin\",\"AWS_REGION=x\"]}}";
    private static final String LOCAL = "/images/app:1/json";
    private static final String REMOTE = "/images/r.example.com/app:1/json";

    private final FakeDaemon daemon = FakeDaemon.version("20.10.24", "1.41", "1.12");
    private final Docker docker = Docker.connect(daemon.address());
    private final List<ImageProgress> progress = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        docker.close();
        daemon.close();
    }

    private Images images(PullPolicy policy) {
        return new Images(docker, policy, (image, login) -> Logins.Login.NONE, progress::add);
    }

    private List<FakeDaemon.Asked> pulls() {
        return daemon.asked("POST", "/images/create");
    }

    private ImageFacts ensure(PullPolicy policy, String image) {
        return images(policy).ensure(image, "", Optional.empty(), () -> {});
    }

    @Test
    @Behaviour("5.7")
    void anImageThatWasBuiltHereWins() {
        daemon.on("GET " + LOCAL, 200, PRESENT);

        var found = ensure(PullPolicy.LOCAL, "app:1");

        assertThat(found.digest()).contains("sha256:d");
        assertThat(found.variables()).containsExactlyInAnyOrder("PATH", "AWS_REGION");
        assertThat(pulls()).isEmpty();
    }

    @Test
    @Behaviour("5.7")
    void anImageOfARegistryIsPulledAndACopyWillDoWhereThatFails() {
        daemon.on("GET " + REMOTE, 200, PRESENT)
                .on("POST /images/create", 200, "{\"errorDetail\":{\"message\":\"no route\"},\"error\":\"no route\"}");

        assertThat(ensure(PullPolicy.LOCAL, "r.example.com/app:1").id()).isEqualTo("sha256:1");
        assertThat(pulls()).hasSize(1);
    }

    @Test
    @Behaviour("5.7")
    void whereAPullIsWantedAlwaysItsFailureIsOne() {
        daemon.on("GET " + LOCAL, 200, PRESENT)
                .on("POST /images/create", 200, "{\"errorDetail\":{\"message\":\"no route\"},\"error\":\"no route\"}");

        assertThatThrownBy(() -> ensure(PullPolicy.ALWAYS, "app:1"))
                .isInstanceOf(PullFailure.class)
                .hasMessage("CannotPullContainerError: no route");
    }

    @Test
    @Behaviour("5.7")
    void aPullTellsHowFarItIs() {
        daemon.on("GET " + LOCAL, 404, "{\"message\":\"no such image\"}")
                .on("GET " + LOCAL, 200, PRESENT)
                .on(
                        "POST /images/create",
                        200,
                        "{\"status\":\"Downloading\",\"progressDetail\":{\"current\":5,\"total\":10},\"id\":\"abc\"}");

        assertThat(ensure(PullPolicy.LOCAL, "app:1").id()).isEqualTo("sha256:1");
        assertThat(progress).containsExactly(new ImageProgress("app:1", "abc", "Downloading", 5, 10));
        assertThat(pulls())
                .singleElement()
                .satisfies(pull -> assertThat(pull.uri().getQuery())
                        .contains("fromImage=app")
                        .contains("tag=1"));
    }

    @Test
    @Behaviour("5.8")
    void aRegistryThatWantsALoginIsAnErrorOfItsOwn() {
        daemon.on("POST /images/create", 500, "{\"message\":\"unauthorized: authentication required\"}");

        assertThatThrownBy(() -> ensure(PullPolicy.LOCAL, "r.example.com/app:1"))
                .hasMessageStartingWith("CannotPullContainerAuthError: unauthorized");
        assertThatThrownBy(() -> ensure(PullPolicy.LOCAL, "1.dkr.ecr.eu-west-1.amazonaws.com/app:1"))
                .hasMessageStartingWith("CannotPullECRContainerError: ");
    }

    @Test
    void theLoginOfTheRegistryGoesIntoAHeader() {
        daemon.on("GET " + LOCAL, 404, "{}").on("GET " + LOCAL, 200, PRESENT).on("POST /images/create", 200, "{}");
        var login = Logins.Login.of(new AuthConfig().withUsername("me").withPassword("s3cret"), "a test");

        var found = new Images(docker, PullPolicy.LOCAL, (image, ofTask) -> login, progress::add)
                .ensure("app:1", "linux/arm64", Optional.empty(), () -> {});

        assertThat(found.id()).isEqualTo("sha256:1");
        var pull = pulls().get(0);
        var header = new String(
                Base64.getUrlDecoder().decode(pull.headers().get("X-registry-auth")), StandardCharsets.UTF_8);
        assertThat(header).contains("\"username\":\"me\"").contains("s3cret");
        assertThat(pull.uri().getQuery()).contains("platform=linux/arm64").doesNotContain("s3cret");
    }
}
