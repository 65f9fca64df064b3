package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.FirelensConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.LogConfiguration;
import dev.stowage.schema.table.Words;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules about the options of log drivers and log routers, and about output that goes nowhere. */
final class TaskLogs implements Family {

    static final Rule UNKNOWN = Rule.of("task.logs.option-unknown", Severity.ERROR);
    static final Rule NEEDED = Rule.of("task.logs.options", Severity.ERROR);
    static final Rule TOGETHER = Rule.of("task.logs.options-together", Severity.ERROR);
    static final Rule BUFFER = Rule.of("task.logs.buffer", Severity.ERROR);
    static final Rule ROUTER = Rule.of("task.logs.router-file", Severity.ERROR);
    static final Rule TOKEN = Rule.of("task.logs.token", Severity.WARNING);
    static final Rule NONE = Rule.of("task.logs.none", Severity.NOTE);

    private static final String LIMIT = "log-driver-buffer-limit";
    private static final long MOST_BYTES = 536_870_912;

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(UNKNOWN, NEEDED, TOGETHER, BUFFER, ROUTER, TOKEN, NONE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (rule == NONE) {
            none(subject, task, findings);
            return;
        }
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var property = "ContainerDefinitions/" + at++ + "/";
            var logs = container.logConfiguration().or(LogConfiguration.EMPTY);
            if (rule == ROUTER) {
                router(task, container, property + "FirelensConfiguration/Options", findings);
            } else if (logs.logDriver().isKnown()) {
                judge(rule, task, container, property + "LogConfiguration/", findings);
            }
        }
    }

    private static void judge(
            Rule rule, EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        var logs = container.logConfiguration().or(LogConfiguration.EMPTY);
        var options = logs.options().or(ObjectNode.empty()) instanceof ObjectNode object
                        && !logs.options().isUnknown()
                ? object
                : null;
        if (options == null) {
            return;
        }
        if (rule == UNKNOWN) {
            unknown(container, logs, options, property, findings);
        } else if (rule == NEEDED && !FargateForm.isFor(task, "FARGATE")) {
            needed(container, logs, options, "", property, findings);
        } else if (rule == NEEDED) {
            needed(container, logs, options, "-on-fargate", property, findings);
        } else if (rule == TOGETHER) {
            together(container, logs, options, property, findings);
        } else if (rule == BUFFER) {
            buffer(container, logs, options, property, findings);
        } else if (rule == TOKEN && options.peek("splunk-token") instanceof TextNode) {
            var message = name(container) + " shows its token for Splunk to everybody who sees the task definition.";
            findings.add(findings.fault(property + "Options/splunk-token", message)
                    .fix("Name it in `SecretOptions` instead."));
        }
    }

    private static String name(ContainerDefinition container) {
        return "`" + container.name().or("a container") + "`";
    }

    private static void unknown(
            ContainerDefinition container,
            LogConfiguration logs,
            ObjectNode options,
            String property,
            Findings findings) {
        var list = "log." + logs.logDriver().or("");
        for (var i = 0; i < options.size(); i++) {
            var option = options.key(i);
            if (!Words.standard().list(list).isEmpty()
                    && !Words.standard().has(list, option)
                    && !option.startsWith("Fn::")) {
                var message = name(container) + " gives the log driver "
                        + logs.logDriver().or("") + " the option `" + option + "`, which ECS does not take for it.";
                findings.add(
                        findings.fault(property + "Options/" + option, message).fix("Leave it out."), logs.logDriver());
            }
        }
    }

    private static void needed(
            ContainerDefinition container,
            LogConfiguration logs,
            ObjectNode options,
            String where,
            String property,
            Findings findings) {
        var driver = logs.logDriver().or("");
        for (var list : where.isEmpty() ? List.of(".needed") : List.of(".needed", ".needed" + where)) {
            for (var option : Words.standard().list("log." + driver + list)) {
                if (!options.has(option) && !isSecret(logs, option) && isWhole(options)) {
                    var message = name(container) + " writes its logs with the driver " + driver
                            + " without the option " + option + ", which " + (list.equals(".needed") ? "it" : "Fargate")
                            + " wants.";
                    findings.add(
                            findings.fault(property + "Options", message).fix("Add `" + option + "`."),
                            logs.logDriver());
                }
            }
        }
    }

    /** Whether no function hides options among these. */
    private static boolean isWhole(ObjectNode options) {
        return options.size() == 0 || !options.key(0).startsWith("Fn::");
    }

    private static boolean isSecret(LogConfiguration logs, String option) {
        for (var secret : logs.secretOptions()) {
            if (!secret.name().isOther(option)) {
                return true;
            }
        }
        return !logs.secretOptions().isComplete();
    }

    private static void together(
            ContainerDefinition container,
            LogConfiguration logs,
            ObjectNode options,
            String property,
            Findings findings) {
        if (options.has("awslogs-datetime-format") && options.has("awslogs-multiline-pattern")) {
            var message =
                    name(container) + " says twice where an entry of its log begins, and one rules out the other.";
            findings.add(findings.fault(property + "Options/awslogs-multiline-pattern", message)
                    .fix("Keep `awslogs-datetime-format` or `awslogs-multiline-pattern`."));
        }
        if (options.has("max-buffer-size") && isText(options.peek("mode"), "blocking")) {
            var message = name(container) + " keeps lines in a buffer that only the mode non-blocking has.";
            findings.add(findings.fault(property + "Options/max-buffer-size", message)
                    .fix("Leave it out, or set `mode` to non-blocking."));
        }
        var position = 0;
        for (var secret : logs.secretOptions()) {
            var where = property + "SecretOptions/" + position++ + "/Name";
            if (secret.name().isKnown() && options.has(secret.name().or(""))) {
                var message = name(container) + " gives the option `"
                        + secret.name().or("") + "` to its log driver once as a secret and once in plain sight.";
                findings.add(findings.fault(where, secret.name(), message).fix("Keep the secret."), secret.name());
            }
        }
    }

    private static boolean isText(@Nullable Node node, String wanted) {
        return node instanceof TextNode text && text.value().equals(wanted);
    }

    private static void buffer(
            ContainerDefinition container,
            LogConfiguration logs,
            ObjectNode options,
            String property,
            Findings findings) {
        var isRouted = logs.logDriver().is("awsfirelens");
        if (options.has(LIMIT) && !isRouted) {
            var message = name(container) + " has the option `" + LIMIT + "`, which only awsfirelens knows.";
            findings.add(findings.fault(property + "Options/" + LIMIT, message).fix("Leave it out."), logs.logDriver());
        }
        var bytes = options.peek(LIMIT) instanceof TextNode text ? text.value().trim() : "";
        if (isRouted && !bytes.isEmpty() && !isCount(bytes)) {
            var message = name(container) + " lets `" + bytes + "` bytes wait for its log router, and ECS takes 0 to "
                    + MOST_BYTES + ".";
            findings.add(findings.fault(property + "Options/" + LIMIT, message).fix("Write a number of bytes."));
        }
    }

    private static boolean isCount(String bytes) {
        try {
            var count = Long.parseLong(bytes);
            return count >= 0 && count <= MOST_BYTES;
        } catch (NumberFormatException notWhole) {
            return false;
        }
    }

    private static void router(
            EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        var json = container
                .firelensConfiguration()
                .or(FirelensConfiguration.EMPTY)
                .options();
        if (!(json.or(ObjectNode.empty()) instanceof ObjectNode options)) {
            return;
        }
        var hasType = options.has("config-file-type");
        if (hasType != options.has("config-file-value") && isWhole(options)) {
            var message = name(container) + " is told " + (hasType ? "where from" : "which file")
                    + " to take its configuration, and not " + (hasType ? "which file." : "where from.");
            findings.add(findings.fault(property, message)
                    .fix("Write both `config-file-type` and `config-file-value`, or neither."));
        }
        if (FargateForm.isFor(task, "FARGATE") && isText(options.peek("config-file-type"), "s3")) {
            var message = name(container) + " takes its configuration from S3, and on Fargate a log router reads files"
                    + " of its image only.";
            findings.add(findings.fault(property + "/config-file-type", message)
                    .fix("Put the file into the image, and set `config-file-type` to file."));
        }
    }

    /** Only where no container of a task on Fargate says where its output goes: one that does may be enough. */
    private static void none(Found subject, EcsTaskDefinition task, Findings findings) {
        var isWhole = task.containerDefinitions().isComplete()
                && !task.containerDefinitions().known().isEmpty();
        for (var container : task.containerDefinitions()) {
            isWhole &= container.logConfiguration().isAbsent();
        }
        if (isWhole && FargateForm.isFor(task, "FARGATE")) {
            var message = "`" + subject.name() + "` writes its logs nowhere: on Fargate nobody can read what it says.";
            findings.add(
                    findings.fault("ContainerDefinitions", message).fix("Give its containers a `LogConfiguration`."));
        }
    }
}
