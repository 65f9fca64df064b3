package dev.stowage.local.engine.docker;

import dev.stowage.local.engine.RunId;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The names of what a task has on the engine: those of ECS's agent, except that the digits at the end follow from run and
 * task, so that a process which comes after a crash finds what was made before it.
 */
final class TaskNames {

    private static final int DIGITS = 20;

    private TaskNames() {}

    /** The name of a container: {@code ecs-FAMILY-REVISION-NAME-HEX}. */
    static String container(RunId run, TaskDefinition definition, ContainerId container) {
        return name(definition, container.name(), run + "/" + container);
    }

    /** The name of a volume that comes and goes with a task, by its name in the task definition. */
    static String volume(RunId run, TaskDefinition definition, TaskId task, String volume) {
        return name(definition, volume, run + "/" + task + "/volume/" + volume);
    }

    private static String name(TaskDefinition definition, String own, String unique) {
        return "ecs-" + clean(definition.family()) + "-" + definition.revision() + "-" + clean(own) + "-"
                + hex(unique).substring(0, DIGITS);
    }

    /** What a text comes to, short enough for a label. */
    static String hash(String text) {
        return hex(text).substring(0, DIGITS);
    }

    private static String clean(String name) {
        var kept = new StringBuilder(name.length());
        for (var i = 0; i < name.length(); i++) {
            var letter = name.charAt(i);
            if (letter < 128 && Character.isLetterOrDigit(letter) || letter == '-') {
                kept.append(letter);
            }
        }
        return kept.toString();
    }

    private static String hex(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }
}
