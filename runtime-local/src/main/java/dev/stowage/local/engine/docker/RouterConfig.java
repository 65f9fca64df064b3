package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.LogRouter;
import dev.stowage.local.stack.NetworkMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The configuration of a FireLens router, as ECS's agent writes it: what comes in over the socket and the port, what is added
 * to every record, where the logs of each container go.
 *
 * @param path where the program expects it
 * @param text the configuration; secrets stand in it as names of variables
 */
record RouterConfig(String path, String text) {

    private static final String SOCKET = "/var/run/fluent.sock";

    /** Options of the log driver that say something to the agent and nothing to the router. */
    private static final Set<String> NOT_FOR_ROUTER =
            Set.of("Name", "@type", "include-pattern", "exclude-pattern", "log-driver-buffer-limit");

    private static final int STANDARD_BUFFER = 25;

    /** That of a router in its task. */
    static RouterConfig of(Booking task, ContainerSetup router) {
        return router.router().orElseThrow().kind() == LogRouter.Kind.FLUENTBIT
                ? new RouterConfig("/fluent-bit/etc/fluent-bit.conf", fluentBit(task, router))
                : new RouterConfig("/fluentd/etc/fluent.conf", fluentd(task, router));
    }

    private static String address(Booking task) {
        return task.setup().network() == NetworkMode.AWSVPC ? "127.0.0.1" : "0.0.0.0";
    }

    private static Map<String, String> metadata(Booking task, ContainerSetup router) {
        var said = router.router().orElseThrow().options().getOrDefault("enable-ecs-log-metadata", "true");
        var all = new TreeMap<String, String>();
        if (said.equals("true")) {
            all.put("ecs_cluster", task.cluster());
            all.put("ecs_task_arn", task.arn());
            all.put("ecs_task_definition", task.setup().definition().toString());
        }
        return all;
    }

    private static List<ContainerSetup> routed(Booking task) {
        return task.setup().containers().stream().filter(FireLens::isRouted).toList();
    }

    /** What a router is told of the logs of a container; secrets as references to its variables. */
    private static Map<String, String> options(ContainerSetup container) {
        var all = new TreeMap<>(container.logging().options());
        all.keySet().removeAll(NOT_FOR_ROUTER);
        container
                .logging()
                .secrets()
                .forEach((name, secret) -> all.put(name, "${" + FireLens.secretVariable(name, container) + "}"));
        return all;
    }

    private static String include(ContainerSetup router) {
        var options = router.router().orElseThrow().options();
        return "file".equals(options.get("config-file-type")) ? options.getOrDefault("config-file-value", "") : "";
    }

    private static String fluentBit(Booking task, ContainerSetup router) {
        var text = new StringBuilder();
        var buffer = router.limits().memory().map(it -> it / 2).orElse(STANDARD_BUFFER) + "MB";
        section(text, "INPUT", "Name", "forward", "unix_path", SOCKET, "Mem_Buf_Limit", buffer);
        section(text, "INPUT", "Name", "forward", "Listen", address(task), "Port", "24224", "Mem_Buf_Limit", buffer);
        section(text, "INPUT", "Name", "tcp", "Tag", "firelens-healthcheck", "Listen", "127.0.0.1", "Port", "8877");
        metadata(task, router)
                .forEach((name, value) ->
                        section(text, "FILTER", "Name", "record_modifier", "Match", "*", "Record", name + " " + value));
        for (var container : routed(task)) {
            grep(text, container, "include-pattern", "Regex");
            grep(text, container, "exclude-pattern", "Exclude");
        }
        if (!include(router).isEmpty()) {
            text.append("@INCLUDE ").append(include(router)).append("\n\n");
        }
        section(text, "OUTPUT", "Name", "null", "Match", "firelens-healthcheck");
        routed(task).forEach(container -> output(text, container));
        return text.toString();
    }

    private static void grep(StringBuilder text, ContainerSetup container, String option, String word) {
        var pattern = container.logging().options().get(option);
        if (pattern != null) {
            section(text, "FILTER", "Name", "grep", "Match", match(container), word, "log " + pattern);
        }
    }

    private static void output(StringBuilder text, ContainerSetup container) {
        var name = container.logging().options().get("Name");
        if (name != null) {
            text.append("[OUTPUT]\n");
            line(text, "Name", name);
            line(text, "Match", match(container));
            options(container).forEach((key, value) -> line(text, key, value));
            text.append('\n');
        }
    }

    private static String match(ContainerSetup container) {
        return container.name() + "-firelens*";
    }

    private static void section(StringBuilder text, String name, String... entries) {
        text.append('[').append(name).append("]\n");
        for (var i = 0; i < entries.length; i += 2) {
            line(text, entries[i], entries[i + 1]);
        }
        text.append('\n');
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("    ").append(key).append(' ').append(value).append('\n');
    }

    private static String fluentd(Booking task, ContainerSetup router) {
        var text = new StringBuilder();
        block(text, "source", "", Map.of("@type", "unix", "path", SOCKET));
        block(text, "source", "", Map.of("@type", "forward", "bind", address(task), "port", "24224"));
        var metadata = metadata(task, router);
        if (!metadata.isEmpty()) {
            text.append("<filter **>\n    @type record_transformer\n    <record>\n");
            metadata.forEach((name, value) -> line(text, name, value));
            text.append("    </record>\n</filter>\n\n");
        }
        for (var container : routed(task)) {
            pattern(text, container, "include-pattern", "regexp");
            pattern(text, container, "exclude-pattern", "exclude");
        }
        if (!include(router).isEmpty()) {
            text.append("@include ").append(include(router)).append("\n\n");
        }
        for (var container : routed(task)) {
            var type = container.logging().options().get("@type");
            if (type != null) {
                var entries = new TreeMap<>(options(container));
                entries.put("@type", type);
                block(text, "match", " " + container.name() + "-firelens**", entries);
            }
        }
        return text.toString();
    }

    private static void pattern(StringBuilder text, ContainerSetup container, String option, String word) {
        var pattern = container.logging().options().get(option);
        if (pattern != null) {
            text.append("<filter ").append(container.name()).append("-firelens**>\n    @type grep\n    <");
            text.append(word).append(">\n        key log\n        pattern ").append(pattern);
            text.append("\n    </").append(word).append(">\n</filter>\n\n");
        }
    }

    private static void block(StringBuilder text, String name, String argument, Map<String, String> entries) {
        text.append('<').append(name).append(argument).append(">\n");
        new TreeMap<>(entries).forEach((key, value) -> line(text, key, value));
        text.append("</").append(name).append(">\n\n");
    }
}
