package dev.stowage.local.testing;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.run.Snapshot;
import dev.stowage.schema.graph.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * What runs around a test, and how.
 *
 * @param model the stack
 * @param parameters values of its parameters
 * @param folder where {@code local.yaml} may be
 * @param scale how much faster than AWS services wait
 * @param patience how long a wait takes at most
 */
record Plan(Supplier<Model> model, Map<String, String> parameters, Path folder, TimeScale scale, Duration patience) {

    private static final String REQUIRED = "stowage.local.required";
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(3);
    private static final int USUAL_SCALE = 20;

    static Plan of(Supplier<Model> model) {
        return new Plan(model, Map.of(), Path.of("").toAbsolutePath(), new TimeScale(USUAL_SCALE), USUAL_PATIENCE);
    }

    Plan scale(int factor) {
        return new Plan(model, parameters, folder, new TimeScale(factor), patience);
    }

    Plan parameter(String name, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Plan(model, Map.copyOf(more), folder, scale, patience);
    }

    Plan folder(Path other) {
        return new Plan(model, parameters, other.toAbsolutePath(), scale, patience);
    }

    Plan patience(Duration time) {
        return new Plan(model, parameters, folder, scale, time);
    }

    /** What is said beside the model. */
    SettingsReader.Gathered settings() {
        var given = new ArrayList<String>();
        parameters.forEach((name, value) -> given.add(name + "=" + value));
        return SettingsReader.read(folder, System.getenv(), List.of(), given);
    }

    /** Starts it, and waits until it is stable; where it does not become so, nothing is left. Without Docker, tests are skipped. */
    Started begun() {
        try {
            var fresh = Started.begin(model.get(), settings(), scale);
            try {
                fresh.awaitStable(Snapshot::services, patience);
                return fresh;
            } catch (RuntimeException | Error unstable) {
                fresh.close();
                throw unstable;
            }
        } catch (EngineTrouble trouble) {
            Assumptions.assumeTrue(isRequired(), trouble.diagnostic().message());
            throw trouble;
        }
    }

    private static boolean isRequired() {
        return Boolean.getBoolean(REQUIRED) || Boolean.getBoolean("stowage.ci");
    }
}
