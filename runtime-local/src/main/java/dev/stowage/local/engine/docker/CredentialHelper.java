package dev.stowage.local.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a helper keeps of a registry. */
@FunctionalInterface
interface CredentialHelper {

    /** The program {@code docker-credential-NAME} of this machine. */
    CredentialHelper PROGRAM = HelperProgram::get;

    /** Asks the helper of that name. */
    Answer get(String name, String registry);

    /**
     * What it said.
     *
     * @param found user name and secret; empty where it has none
     * @param trouble why it could not be asked
     */
    record Answer(Optional<JsonNode> found, Optional<String> trouble) {

        static Answer found(JsonNode node) {
            return new Answer(Optional.of(node), Optional.empty());
        }

        static Answer none() {
            return new Answer(Optional.empty(), Optional.empty());
        }

        static Answer failed(String trouble) {
            return new Answer(Optional.empty(), Optional.of(trouble));
        }
    }
}
