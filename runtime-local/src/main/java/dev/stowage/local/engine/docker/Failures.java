package dev.stowage.local.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerException;
import dev.stowage.local.task.ContainerError;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What the engine says when it refuses, in the words that ECS's agent shows. */
final class Failures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Failures() {}

    /** The text of a refusal, without the frame that carried it. */
    static String text(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        if (failure instanceof DockerException && message.startsWith("Status ")) {
            var body = message.substring(message.indexOf(": ") + 2);
            return saidIn(body);
        }
        var cause = failure.getCause();
        return cause == null || cause.getMessage() == null ? message : text(cause);
    }

    private static String saidIn(String body) {
        try {
            return JSON.readTree(body).path("message").asText(body).strip();
        } catch (JsonProcessingException notJson) {
            return body.strip();
        }
    }

    /**
     * The error that follows from a failed step.
     *
     * @param name the agent's name for a failure of that step
     * @param state where the container was to get, in the agent's words
     * @param patience how long the step may take
     */
    static ContainerError error(RuntimeException failure, String name, String state, Duration patience) {
        if (isTimeout(failure)) {
            return new ContainerError(
                    "DockerTimeoutError",
                    "Could not transition to " + state + "; timed out after waiting " + words(patience));
        }
        return new ContainerError(name, text(failure));
    }

    private static boolean isTimeout(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** A duration as the agent writes it: {@code 4m0s}. */
    private static String words(Duration duration) {
        var minutes = duration.toMinutes();
        return (minutes > 0 ? minutes + "m" : "") + duration.toSecondsPart() + "s";
    }
}
