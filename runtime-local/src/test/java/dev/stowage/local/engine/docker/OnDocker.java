package dev.stowage.local.engine.docker;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs a Docker engine. Without one it is skipped; with {@code -Dstowage.ci=true} it fails. */
@Retention(RUNTIME)
@Tag("docker")
@ExtendWith(OnDocker.Condition.class)
public @interface OnDocker {

    /** Whether there is an engine, asked once. */
    final class Condition implements ExecutionCondition {

        private static final ConditionEvaluationResult RESULT = ask();

        private static ConditionEvaluationResult ask() {
            try (var docker = Docker.connect()) {
                return ConditionEvaluationResult.enabled(
                        "Docker " + docker.facts().version());
            } catch (EngineTrouble trouble) {
                return Boolean.getBoolean("stowage.ci")
                        ? ConditionEvaluationResult.enabled("it has to be there")
                        : ConditionEvaluationResult.disabled(trouble.getMessage());
            }
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return RESULT;
        }
    }
}
