package dev.stowage.local.cli;

import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Story;
import dev.stowage.local.service.DeploymentCounts;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskStatus;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.cli.Columns;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code local ps} shows of a run: its addresses, services and tasks. */
final class ProcessTable {

    private static final Duration SHOWN = Duration.ofMinutes(5);

    private ProcessTable() {}

    /** As tables. Tasks that stopped are shown for five minutes. */
    static String text(LocalRun run) {
        var now = run.now();
        var text = new StringBuilder();
        var addresses = new ArrayList<List<String>>();
        run.addresses()
                .forEach(one -> addresses.add(List.of(one.label(), one.uri().toString())));
        text.append(Columns.of(addresses, "")).append(addresses.isEmpty() ? "" : "\n");
        var services = new ArrayList<List<String>>();
        services.add(List.of("SERVICE", "RUNNING", "DEPLOYMENT"));
        now.services().forEach(service -> services.add(row(service, now)));
        var tasks = new ArrayList<List<String>>();
        tasks.add(List.of("TASK", "OF", "DEFINITION", "STATUS", "HEALTH", "ADDRESS", "AGE", ""));
        for (var task : now.tasks()) {
            if (isShown(task, now.at())) {
                tasks.add(row(task, run, now));
            }
        }
        text.append(Columns.of(services, "")).append('\n').append(Columns.of(tasks, ""));
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    /** How a service is, in a row. */
    static List<String> row(Service service, Snapshot now) {
        var running = now.tasksOf(service).stream()
                .filter(task -> task.status() == TaskStatus.RUNNING && task.isWanted())
                .count();
        var wanted = service.spec().scheduling() instanceof Scheduling.Replica replica
                ? "/" + (service.status() == ServiceStatus.ACTIVE ? replica.desired() : 0)
                : "";
        return List.of(now.nameOf(service.spec().id()), running + wanted, deployments(service, now));
    }

    /** The only deployment by how it goes; while one takes over from others, each also with the numbers of its tasks. */
    private static String deployments(Service service, Snapshot now) {
        var all = service.deployments(now.tasksOf(service));
        var texts = new ArrayList<String>();
        for (var one : all) {
            var deployment = one.deployment();
            var state = texts.isEmpty() ? state(service, deployment) : one.status();
            var text = new StringBuilder(deployment.definition().toString())
                    .append(' ')
                    .append(state);
            if (all.size() > 1) {
                text.append(' ').append(one.running()).append('/').append(one.desired());
                text.append(one.pending() > 0 ? ", " + one.pending() + " pending" : "");
            }
            text.append(deployment.failedTasks() > 0 ? ", " + deployment.failedTasks() + " failed" : "");
            texts.add(text.toString());
        }
        return String.join("; ", texts);
    }

    private static String state(Service service, Deployment primary) {
        return service.status() == ServiceStatus.ACTIVE
                ? primary.state().name()
                : service.status().name();
    }

    private static boolean isShown(Task task, Instant now) {
        return task.times().stopped().filter(at -> at.plus(SHOWN).isBefore(now)).isEmpty();
    }

    private static List<String> row(Task task, LocalRun run, Snapshot now) {
        return List.of(
                Story.shortened(task.id()),
                now.nameOf(task.assignment().group()),
                task.definition().toString(),
                task.status().name(),
                health(task),
                run.machine().addressOf(task.id()).orElse("-"),
                age(Duration.between(task.times().created(), now.at())),
                task.isStopped() ? Story.ending(task) : "");
    }

    private static String health(Task task) {
        var parts = new ArrayList<String>();
        if (task.health() != Health.UNKNOWN) {
            parts.add(task.health().name());
        }
        if (task.target() != TargetHealth.NONE) {
            parts.add("target " + task.target().name());
        }
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    private static String age(Duration age) {
        if (age.toMinutes() == 0) {
            return age.toSeconds() + " s";
        }
        return age.toHours() == 0 ? age.toMinutes() + " min" : age.toHours() + " h";
    }

    /** As one JSON document, in the words of the ECS API where it has some. */
    static String json(LocalRun run) {
        var now = run.now();
        var document = ObjectNode.builder();
        put(document, "run", run.stack().name());
        put(
                document,
                "addresses",
                run.addresses().stream().map(ProcessTable::node).toList());
        put(
                document,
                "services",
                now.services().stream().map(one -> node(one, now)).toList());
        put(document, "tasks", now.tasks().stream().map(one -> node(one, run)).toList());
        return new String(JsonWriter.tree(document.build()), StandardCharsets.UTF_8);
    }

    private static Node node(Machine.Address address) {
        var node = ObjectNode.builder();
        put(node, "name", address.name());
        put(node, "port", address.port());
        put(node, "uri", address.uri().toString());
        return node.build();
    }

    private static Node node(Service service, Snapshot now) {
        var node = ObjectNode.builder();
        put(node, "serviceName", service.spec().name());
        put(node, "cluster", service.spec().id().cluster());
        put(node, "status", service.status().name());
        if (service.spec().scheduling() instanceof Scheduling.Replica replica) {
            put(node, "desiredCount", replica.desired());
        }
        var tasks = now.tasksOf(service).stream().filter(Task::isLive).toList();
        put(node, "runningCount", (int)
                tasks.stream().filter(one -> one.status() == TaskStatus.RUNNING).count());
        put(node, "pendingCount", (int)
                tasks.stream().filter(one -> one.status().isPending()).count());
        put(
                node,
                "deployments",
                service.deployments(tasks).stream().map(ProcessTable::node).toList());
        put(
                node,
                "events",
                service.log().events().stream()
                        .map(event -> (Node) TextNode.of(event.at() + " " + event.message()))
                        .toList());
        return node.build();
    }

    private static Node node(DeploymentCounts counts) {
        var node = ObjectNode.builder();
        var deployment = counts.deployment();
        put(node, "id", deployment.id());
        put(node, "status", counts.status());
        put(node, "desiredCount", counts.desired());
        put(node, "pendingCount", counts.pending());
        put(node, "runningCount", counts.running());
        put(node, "taskDefinition", deployment.definition().toString());
        put(node, "rolloutState", deployment.state().name());
        put(node, "rolloutStateReason", deployment.reason());
        put(node, "failedTasks", deployment.failedTasks());
        return node.build();
    }

    private static Node node(Task task, LocalRun run) {
        var node = ObjectNode.builder();
        put(node, "taskId", task.id().value());
        put(node, "cluster", task.assignment().group().cluster());
        put(node, "group", task.assignment().group().name());
        put(node, "startedBy", task.assignment().startedBy());
        put(node, "taskDefinition", task.definition().toString());
        put(node, "lastStatus", task.status().name());
        put(node, "desiredStatus", task.isWanted() ? "RUNNING" : "STOPPED");
        put(node, "healthStatus", task.health().name());
        put(node, "targetHealth", task.target().name());
        put(node, "createdAt", task.times().created().toString());
        run.machine().addressOf(task.id()).ifPresent(address -> put(node, "address", address));
        task.stop().ifPresent(stop -> {
            put(node, "stopCode", stop.code().word());
            put(node, "stoppedReason", stop.reason());
        });
        put(
                node,
                "containers",
                task.containers().stream()
                        .filter(one -> !one.definition().name().equals(TaskDefinition.PAUSE))
                        .map(one -> node(task, one, run.machine()))
                        .toList());
        return node.build();
    }

    private static Node node(Task task, Container container, Machine machine) {
        var node = ObjectNode.builder();
        var id = new ContainerId(task.id(), container.definition().name());
        put(node, "name", id.name());
        put(node, "image", container.definition().image());
        machine.digestOf(id).ifPresent(digest -> put(node, "imageDigest", digest));
        machine.idOf(id).ifPresent(engines -> put(node, "runtimeId", engines));
        put(node, "lastStatus", container.status().reported());
        put(node, "healthStatus", container.health().name());
        put(node, "restartCount", container.restarts());
        container.exitCode().ifPresent(code -> put(node, "exitCode", code));
        container.error().ifPresent(error -> put(node, "reason", error.toString()));
        return node.build();
    }

    private static void put(ObjectNode.Builder node, String key, String value) {
        var unused = node.put(key, TextNode.of(value));
    }

    private static void put(ObjectNode.Builder node, String key, int value) {
        var unused = node.put(key, NumberNode.of(Integer.toString(value)));
    }

    private static void put(ObjectNode.Builder node, String key, List<Node> values) {
        var unused = node.put(key, ListNode.of(values));
    }
}
