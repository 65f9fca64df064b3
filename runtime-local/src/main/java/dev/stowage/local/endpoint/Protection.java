package dev.stowage.local.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a task asks for when it wants to be spared by its service (task scale-in protection endpoint of ECS).
 *
 * @param wanted whether it wants to be spared from now on, and not no more
 * @param time for how long: 1 minute to 48 hours, 2 hours where it does not say
 */
record Protection(boolean wanted, Duration time) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ENABLED = "ProtectionEnabled";
    private static final String MINUTES = "ExpiresInMinutes";
    private static final int STANDARD = 120;
    private static final int LONGEST = 2880;

    /** The wish in a body; empty where it is none that ECS takes. */
    static Optional<Protection> in(String body) {
        try {
            var json = MAPPER.readTree(body);
            var isKnown = json.isObject() && !json.properties().stream().anyMatch(one -> !isField(one.getKey()));
            return isKnown && json.path(ENABLED).isBoolean() ? of(json) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean isField(String name) {
        return List.of(ENABLED, MINUTES).contains(name);
    }

    private static Optional<Protection> of(JsonNode json) {
        var minutes = json.path(MINUTES);
        var isRight =
                minutes.isMissingNode() || minutes.isInt() && minutes.intValue() >= 1 && minutes.intValue() <= LONGEST;
        return isRight
                ? Optional.of(
                        new Protection(json.path(ENABLED).booleanValue(), Duration.ofMinutes(minutes.asInt(STANDARD))))
                : Optional.empty();
    }

    /** How a task is spared, if it is. */
    static ObjectNode state(String arn, Optional<Instant> until) {
        var json = JSON.objectNode();
        var protection = json.putObject("protection").put(ENABLED, until.isPresent());
        until.ifPresent(at -> protection.put("ExpirationDate", at.toString()));
        protection.put("TaskArn", arn);
        return json;
    }

    /** Why a wish was not taken. */
    static ObjectNode error(String arn, String code, String message) {
        var json = JSON.objectNode();
        json.putObject("error").put("Arn", arn).put("Code", code).put("Message", message);
        return json;
    }
}
