package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.engine.TaskAddress.Binding;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.HealthCheck;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerError;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about the words of the engine, and what is not. */
class ExplanationTest {

    private static final ContainerSetup WEB = ContainerSetup.essential("web", "shop:1");

    @Test
    void aPortThatAnotherContainerPublishesIsNamed() {
        var error = ContainerError.cannotStart(
                "driver failed programming external connectivity: Bind for 127.0.0.1:8080 failed: port is already allocated");

        assertThat(Explanation.of(error, WEB, List.of(new Binding("web", 80, "tcp", 8080))))
                .map(Diagnostic::message)
                .contains("host port 8080 of container `web` is taken: another container publishes it");
    }

    @Test
    void anImageOfAnAccountNeedsALogin() {
        var web = ContainerSetup.essential("web", "1.dkr.ecr.eu-west-1.amazonaws.com/shop:1");
        var failure = PullFailure.of(ImageName.of(web.image()), "no basic auth credentials", Logins.Login.NONE);

        assertThat(failure.error().name()).isEqualTo("CannotPullECRContainerError");
        assertThat(Explanation.absent(failure, web).fix().orElseThrow())
                .contains("docker login --username AWS --password-stdin 1.dkr.ecr.eu-west-1.amazonaws.com");
    }

    @Test
    void aRegistryThatDoesNotSayWhetherItHasAnImageIsNotTakenAtItsWord() {
        var said = "pull access denied for shop, repository does not exist or may require 'docker login'";
        var failure = PullFailure.of(ImageName.of("shop:1"), said, Logins.Login.NONE);

        assertThat(Explanation.absent(failure, WEB).message())
                .isEqualTo(
                        "image `shop:1` of container `web` is not on this machine, and its registry does not have it,"
                                + " or wants a login");
    }

    @Test
    void aProgramForAnotherArchitectureIsNamed() {
        var error = ContainerError.cannotStart("exec /bin/app: exec format error");

        assertThat(Explanation.of(error, WEB, List.of()).orElseThrow().message())
                .isEqualTo("image `shop:1` of container `web` is for another architecture than this engine");
    }

    @Test
    void anImageForAnotherArchitectureIsNamedBeforeItIsStarted() {
        assertThat(Explanation.architecture(WEB, "arm64", "amd64").orElseThrow().message())
                .startsWith("image `shop:1` of container `web` is for arm64, this engine is amd64");
        assertThat(Explanation.architecture(WEB, "amd64", "amd64")).isEmpty();
        assertThat(Explanation.architecture(WEB, "", "amd64")).isEmpty();
    }

    @Test
    void anImageOfARegistryThatAwsWouldNotStartIsToldThoughItRunsHere() {
        var web = ContainerSetup.essential("web", "r.example.com/shop:1");

        assertThat(Explanation.platform(web, "amd64", "linux/arm64")
                        .orElseThrow()
                        .message())
                .isEqualTo("image `r.example.com/shop:1` of container `web` is for amd64, and its task for linux/arm64:"
                        + " it runs here, and on AWS it does not start");
        assertThat(Explanation.platform(web, "arm64", "linux/arm64")).isEmpty();
        assertThat(Explanation.platform(web, "amd64", "")).isEmpty();
        assertThat(Explanation.platform(WEB, "amd64", "linux/arm64"))
                .as("an image that was built here for here")
                .isEmpty();
    }

    @Test
    void anErrorWhoseWordsSayItAllIsLeftAlone() {
        assertThat(Explanation.of(ContainerError.cannotStart("something else"), WEB, List.of()))
                .isEmpty();
    }

    @Test
    void aJobThatEndsWellAtOnceIsNoMistakeAndAServiceThatDoesIs() {
        assertThat(Explanation.early(WEB, 0, false)).isEmpty();
        assertThat(Explanation.early(WEB, 0, true)).isPresent();
        assertThat(Explanation.early(WEB, 1, false)).isPresent();
        assertThat(Explanation.early(ContainerSetup.of(ContainerDefinition.sidecar("init", "i")), 0, true))
                .isEmpty();
    }

    @Test
    void aHealthCheckThatSaysNoIsTheProgramsOwnBusiness() {
        var web = WEB.with(HealthCheck.of("CMD-SHELL", "curl -f http://localhost/"));

        assertThat(Explanation.unhealthy(web, 22, "404")).isEmpty();
        assertThat(Explanation.unhealthy(web, 127, "sh: curl: not found"))
                .map(Diagnostic::message)
                .contains("the health check of container `web` cannot run: `curl` is not in image `shop:1`");
    }
}
