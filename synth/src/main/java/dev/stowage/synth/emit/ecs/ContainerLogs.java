package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.CloudWatchLogs;
import dev.stowage.dsl.task.LogOption;
import dev.stowage.dsl.task.LogRouter;
import dev.stowage.dsl.task.Logs;
import dev.stowage.dsl.task.RoutedLogs;
import dev.stowage.dsl.task.Runner;
import dev.stowage.dsl.task.SplunkLogs;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsTaskDefinition.FirelensConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.LogConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.Secret;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.iam.Secrets;
import dev.stowage.synth.emit.logs.LogGroups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a container definition says of the container's output. The mode is always written: accounts differ in their default. */
final class ContainerLogs {

    private static final int BUFFER_MIB = 25;

    private final Runner runner;
    private final AnyContainer container;
    private final Particulars particulars;
    private final Emission out;

    private ContainerLogs(Runner runner, AnyContainer container, Emission out) {
        this.runner = runner;
        this.container = container;
        this.particulars = container.particulars();
        this.out = out;
    }

    static LogConfiguration of(Runner runner, AnyContainer container, Emission out) {
        var logs = container.spec().logs().orElse(null);
        var configuration = new ContainerLogs(runner, container, out);
        if (logs instanceof SplunkLogs splunk) {
            return configuration.splunk(splunk);
        }
        return logs instanceof RoutedLogs routed
                ? configuration.routed(routed)
                : configuration.cloudWatch((CloudWatchLogs) logs);
    }

    private LogConfiguration cloudWatch(@Nullable CloudWatchLogs logs) {
        var options = ObjectNode.builder()
                .put("awslogs-group", LogGroups.name(runner, container, out))
                .put("awslogs-region", Functions.ref("AWS::Region"))
                .put("awslogs-stream-prefix", TextNode.of(runner.name()));
        if (logs != null && logs.entryPattern().isPresent()) {
            options.put(
                    "awslogs-multiline-pattern",
                    TextNode.of(logs.entryPattern().get()).at(at(logs, "entriesBegin")));
        }
        if (logs != null && logs.entryDate().isPresent()) {
            options.put(
                    "awslogs-datetime-format",
                    TextNode.of(logs.entryDate().get()).at(at(logs, "entriesDated")));
        }
        if (logs != null && logs.isBlocking()) {
            options.put("mode", TextNode.of("blocking").at(at(logs, "mustNotLose")));
        } else {
            var mib = logs == null ? BUFFER_MIB : logs.buffer();
            options.put("mode", TextNode.of("non-blocking")).put("max-buffer-size", TextNode.of(mib + "m"));
        }
        return LogConfiguration.of()
                .said(particulars.at("logs"))
                .logDriver("awslogs")
                .options(options.build());
    }

    private LogConfiguration splunk(SplunkLogs logs) {
        var options = ObjectNode.builder().put("splunk-url", logs.url().in(out));
        put(logs.options(), logs, options);
        return LogConfiguration.of()
                .said(particulars.at("logs"))
                .logDriver("splunk")
                .options(options.build())
                .secretOptions(Secret.of().name("splunk-token").valueFrom(Secrets.valueFrom(logs.token(), out)));
    }

    private LogConfiguration routed(RoutedLogs logs) {
        var options = ObjectNode.builder();
        put(logs.options(), logs, options);
        if (logs.buffer().isPresent()) {
            var bytes = String.valueOf(logs.buffer().getAsInt());
            options.put("log-driver-buffer-limit", TextNode.of(bytes).at(at(logs, "buffer")));
        }
        var configuration = LogConfiguration.of().said(particulars.at("logs")).logDriver("awsfirelens");
        var all = options.build();
        configuration = all.equals(ObjectNode.empty()) ? configuration : configuration.options(all);
        return logs.secrets().isEmpty() ? configuration : configuration.secretOptions(secrets(logs));
    }

    private List<Secret> secrets(RoutedLogs logs) {
        var secrets = new ArrayList<Secret>(logs.secrets().size());
        for (var secret : logs.secrets()) {
            secrets.add(Secret.of()
                    .said(at(logs, "secret " + secret.name()))
                    .name(secret.name())
                    .valueFrom(Secrets.valueFrom(secret.value(), out)));
        }
        return secrets;
    }

    private void put(List<LogOption> options, Logs logs, ObjectNode.Builder into) {
        for (var option : options) {
            into.put(option.name(), option.value().in(out).at(at(logs, "option " + option.name())));
        }
    }

    private Said at(Logs logs, String word) {
        var space = word.indexOf(' ');
        var spoken = space < 0 ? word : word.substring(0, space);
        return Said.of(
                particulars.kind(), particulars.name(), spoken, logs.lines().at(word));
    }

    /** What makes a container the log router of its task. */
    static FirelensConfiguration router(LogRouter router, Said at) {
        var options = ObjectNode.of("enable-ecs-log-metadata", TextNode.of(router.hasMetadata() ? "true" : "false"));
        if (router.config().isPresent()) {
            options = options.with("config-file-type", "file")
                    .with("config-file-value", router.config().get());
        }
        return FirelensConfiguration.of().said(at).type(router.type()).options(options);
    }
}
