package dev.stowage.local.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.AuthConfig;
import dev.stowage.local.stack.Hidden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * The logins that {@code docker login} left on this machine, as the command itself finds them: a helper for the registry, the
 * helper for all registries, the file.
 */
final class MachineLogins implements Logins {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The user name that helpers give with a token in place of a password. */
    private static final String TOKEN_USER = "<token>";

    private static final String SECRET = "the secret of RepositoryCredentials";
    private static final String FILE = "`docker login`";

    private final Path config;
    private final CredentialHelper helper;

    MachineLogins(Path config, CredentialHelper helper) {
        this.config = config;
        this.helper = helper;
    }

    /** Those of the user who runs this program. */
    static MachineLogins ofUser() {
        var folder = DockerFiles.folder(System.getenv(), Path.of(System.getProperty("user.home")));
        return new MachineLogins(folder.resolve("config.json"), CredentialHelper.PROGRAM);
    }

    @Override
    public Login find(ImageName image, Optional<Hidden> ofTask) {
        var registry = image.credentialsKey();
        return ofTask.map(secret -> ofTask(secret, registry)).orElseGet(() -> ofMachine(registry));
    }

    private static Login ofTask(Hidden secret, String registry) {
        try {
            var said = JSON.readTree(secret.reveal());
            var auth = new AuthConfig()
                    .withUsername(said.path("username").asText())
                    .withPassword(said.path("password").asText())
                    .withRegistryAddress(registry);
            return Login.of(auth, SECRET);
        } catch (JsonProcessingException unreadable) {
            return Login.failed(SECRET + " is not JSON");
        }
    }

    private Login ofMachine(String registry) {
        var file = DockerFiles.read(config);
        var own = file.path("credHelpers").path(registry);
        var program = own.isTextual() ? own : file.path("credsStore");
        if (program.isTextual() && !program.textValue().isEmpty()) {
            return ofHelper(program.textValue(), registry);
        }
        return ofFile(file.path("auths"), registry);
    }

    private Login ofHelper(String name, String registry) {
        var answer = helper.get(name, registry);
        if (answer.trouble().isPresent()) {
            return Login.failed(answer.trouble().get());
        }
        var source = "`" + HelperProgram.of(name) + "`";
        return answer.found().map(said -> ofHelper(said, registry, source)).orElse(Login.NONE);
    }

    private static Login ofHelper(JsonNode said, String registry, String source) {
        var user = said.path("Username").asText();
        var secret = said.path("Secret").asText();
        var auth = new AuthConfig().withRegistryAddress(registry);
        var isToken = user.equals(TOKEN_USER);
        return Login.of(
                isToken
                        ? auth.withIdentityToken(secret)
                        : auth.withUsername(user).withPassword(secret),
                source);
    }

    private static Login ofFile(JsonNode auths, String registry) {
        for (var entry : auths.properties()) {
            if (host(entry.getKey()).equals(host(registry))) {
                return ofEntry(entry.getValue(), registry);
            }
        }
        return Login.NONE;
    }

    private static Login ofEntry(JsonNode entry, String registry) {
        var auth = new AuthConfig().withRegistryAddress(registry);
        var token = entry.path("identitytoken").asText();
        if (!token.isEmpty()) {
            return Login.of(auth.withIdentityToken(token), FILE);
        }
        var pair = decoded(entry.path("auth").asText());
        var colon = pair.indexOf(':');
        if (colon < 0) {
            return Login.NONE;
        }
        return Login.of(auth.withUsername(pair.substring(0, colon)).withPassword(pair.substring(colon + 1)), FILE);
    }

    private static String decoded(String auth) {
        try {
            return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    /** Old files name registries by URL. */
    private static String host(String registry) {
        var start = registry.indexOf("://");
        var bare = start < 0 ? registry : registry.substring(start + 3);
        var slash = bare.indexOf('/');
        return slash < 0 ? bare : bare.substring(0, slash);
    }

    /** Nothing but where logins come from: no secret is shown. */
    @Override
    public String toString() {
        return "logins of " + config;
    }
}
