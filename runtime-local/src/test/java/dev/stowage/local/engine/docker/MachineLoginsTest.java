package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.AuthConfig;
import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.docker.CredentialHelper.Answer;
import dev.stowage.local.stack.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where user names and passwords for registries come from. */
class MachineLoginsTest {

    private static final CredentialHelper NOBODY = (name, registry) -> Answer.none();

    @TempDir
    private Path folder;

    private Logins.Login login(String config, CredentialHelper helper, String image) throws IOException {
        var file = Files.writeString(folder.resolve("config.json"), config);
        return new MachineLogins(file, helper).find(ImageName.of(image), Optional.empty());
    }

    private static Answer secret(String user, String secret) {
        try {
            return Answer.found(
                    new ObjectMapper().readTree("{\"Username\":\"" + user + "\",\"Secret\":\"" + secret + "\"}"));
        } catch (JsonProcessingException never) {
            throw new AssertionError(never);
        }
    }

    @Test
    void theFileHoldsNameAndPasswordOfARegistry() throws IOException {
        var config = "{\"auths\":{\"https://registry.example.com/v2/\":{\"auth\":\"bWU6c2VjOnJldA==\"}}}";

        var auth = login(config, NOBODY, "registry.example.com/app:1")
                .credentials()
                .orElseThrow();

        assertThat(auth.getUsername()).isEqualTo("me");
        assertThat(auth.getPassword()).isEqualTo("sec:ret");
        assertThat(auth.getRegistryAddress()).isEqualTo("registry.example.com");
    }

    @Test
    void imagesWithoutARegistryHaveTheLoginOfDockerHub() throws IOException {
        var config = "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"bWU6c2VjcmV0\"}}}";

        assertThat(login(config, NOBODY, "me/app").credentials())
                .map(AuthConfig::getUsername)
                .contains("me");
    }

    @Test
    void theHelperOfARegistryIsAskedBeforeTheOneForAll() throws IOException {
        var config = "{\"credsStore\":\"all\",\"credHelpers\":{\"r.example.com\":\"own\"}}";
        CredentialHelper helper = (name, registry) -> secret(name, registry);

        assertThat(login(config, helper, "r.example.com/app").credentials())
                .map(AuthConfig::getUsername)
                .contains("own");
        assertThat(login(config, helper, "s.example.com/app").credentials())
                .map(AuthConfig::getUsername)
                .contains("all");
    }

    @Test
    void aHelperMayGiveATokenInPlaceOfAPassword() throws IOException {
        var config = "{\"credsStore\":\"all\"}";

        var auth = login(config, (name, registry) -> secret("<token>", "t0ken"), "r.example.com/app")
                .credentials()
                .orElseThrow();

        assertThat(auth.getIdentitytoken()).isEqualTo("t0ken");
        assertThat(auth.getUsername()).isNull();
    }

    @Test
    void aHelperThatIsMissingIsNamed() throws IOException {
        var found = login("{\"credsStore\":\"stowage-nowhere\"}", CredentialHelper.PROGRAM, "r.example.com/app");

        assertThat(found.credentials()).isEmpty();
        assertThat(found.trouble()).get().asString().contains("`docker-credential-stowage-nowhere`");
    }

    @Test
    void aRegistryThatNobodyKnowsHasNoLogin() throws IOException {
        assertThat(login("{}", NOBODY, "r.example.com/app")).isEqualTo(Logins.Login.NONE);
    }

    @Test
    @Behaviour("3.1")
    void theSecretOfTheTaskComesFirst() throws IOException {
        var config = Files.writeString(folder.resolve("config.json"), "{\"credsStore\":\"all\"}");
        var secret = Hidden.of("{\"username\":\"task\",\"password\":\"p\"}");

        var found = new MachineLogins(config, (name, registry) -> secret("machine", "x"))
                .find(ImageName.of("r.example.com/app"), Optional.of(secret));

        assertThat(found.credentials()).map(AuthConfig::getUsername).contains("task");
    }
}
