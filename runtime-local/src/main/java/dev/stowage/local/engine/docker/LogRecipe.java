package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Logging;
import dev.stowage.local.task.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the output of a container goes, as Docker takes it. Driver by driver: section 3.5 of the specification. */
final class LogRecipe {

    private static final String AWSLOGS = "awslogs";
    private static final String FIRELENS = "awsfirelens";
    private static final String BUFFER = "max-buffer-size";

    private LogRecipe() {}

    /**
     * The setting of a container; that of the engine where nothing is said.
     *
     * @param service where CloudWatch's logs go; empty where nobody takes them
     * @param socket where the FireLens router of the task listens, on the machine of the engine
     */
    static Optional<LogConfig> of(
            ContainerSetup setup,
            TaskId task,
            EngineFacts facts,
            Optional<Surroundings.LogService> service,
            Optional<String> socket) {
        var logging = setup.logging();
        return switch (logging.driver()) {
            case "" -> Optional.empty();
            case AWSLOGS ->
                Optional.of(service.filter(it -> has(facts, AWSLOGS))
                        .map(it -> awslogs(setup, task, it))
                        .orElseGet(LogRecipe::fallback));
            case FIRELENS ->
                Optional.of(socket.filter(it -> has(facts, "fluentd"))
                        .map(it -> firelens(setup, task, it))
                        .orElseGet(LogRecipe::fallback));
            default ->
                Optional.of(has(facts, logging.driver()) ? config(logging.driver(), options(logging)) : fallback());
        };
    }

    /** Whether the engine has a driver of that name, and we a word for it. */
    static boolean has(EngineFacts facts, String driver) {
        return facts.logDrivers().contains(driver) && LoggingType.fromValue(driver) != null;
    }

    private static LogConfig fallback() {
        return new LogConfig(LoggingType.JSON_FILE, Map.of());
    }

    private static LogConfig config(String driver, Map<String, String> options) {
        return new LogConfig(LoggingType.fromValue(driver), options);
    }

    private static Map<String, String> options(Logging logging) {
        var all = new TreeMap<>(logging.options());
        logging.secrets().forEach((name, secret) -> all.put(name, secret.reveal()));
        return all;
    }

    private static LogConfig awslogs(ContainerSetup setup, TaskId task, Surroundings.LogService service) {
        var all = options(setup.logging());
        var prefix = all.remove("awslogs-stream-prefix");
        if (prefix != null) {
            all.put("awslogs-stream", prefix + "/" + setup.name() + "/" + task);
        } else {
            all.putIfAbsent("awslogs-stream", task.value());
        }
        all.putIfAbsent("mode", "non-blocking");
        if ("non-blocking".equals(all.get("mode"))) {
            all.putIfAbsent(BUFFER, "10m");
        }
        all.put("awslogs-endpoint", service.endpoint());
        all.put("awslogs-credentials-endpoint", service.credentials());
        return config(AWSLOGS, all);
    }

    private static LogConfig firelens(ContainerSetup setup, TaskId task, String socket) {
        var all = new TreeMap<String, String>();
        all.put("tag", setup.name() + "-firelens-" + task);
        all.put("fluentd-address", "unix://" + socket);
        all.put("fluentd-async", "true");
        all.put("fluentd-sub-second-precision", "true");
        Optional.ofNullable(setup.logging().options().get("log-driver-buffer-limit"))
                .ifPresent(limit -> all.put("fluentd-buffer-limit", limit));
        return config("fluentd", all);
    }
}
