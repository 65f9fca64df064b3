package dev.stowage.local.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stowage.local.endpoint.Resident.Present;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The introspection endpoint of ECS's agent: the tasks of a container instance, without their pause containers. */
final class Introspection {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Introspection() {}

    /** What can be asked. */
    static ObjectNode commands() {
        var json = JSON.objectNode();
        json.putArray("AvailableCommands").add("/v1/metadata").add("/v1/tasks");
        return json;
    }

    /** What the runs of a machine say together: the tasks of all of them, or else what the first says that knows something. */
    static Told everywhere(Asked asked, Stream<Told> runs) {
        if (asked.path().isEmpty()) {
            return Told.of(commands());
        }
        if (!asked.method().equals("GET")
                || !asked.part(0).equals("v1")
                || asked.part(1).equals("credentials")) {
            return new Told(Told.NOT_FOUND, "{}");
        }
        var said = runs.toList();
        var found = said.stream().filter(one -> one.status() == Told.OK).toList();
        if (found.isEmpty()) {
            return said.stream().findFirst().orElse(new Told(Told.NOT_FOUND, "{}"));
        }
        return asked.part(1).equals("tasks") && asked.query().isEmpty() ? together(found) : found.get(0);
    }

    private static Told together(List<Told> runs) {
        var json = JSON.objectNode();
        var all = json.putArray("Tasks");
        try {
            for (var run : runs) {
                MAPPER.readTree(run.body()).path("Tasks").forEach(all::add);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("runs answer in JSON", e);
        }
        return Told.of(json);
    }

    /** Who answers. */
    static ObjectNode agent(List<Resident> residents) {
        var first = residents.stream().findFirst();
        var cluster = first.map(Resident::cluster).orElse("default");
        var json = JSON.objectNode().put("Cluster", cluster);
        first.ifPresent(one ->
                json.put("ContainerInstanceArn", one.home().arn("ecs", "container-instance/" + cluster + "/local")));
        return json.put("Version", "Amazon ECS Agent - v1.105.1 (Stowage)");
    }

    /** All tasks. */
    static ObjectNode tasks(List<Resident> residents) {
        var json = JSON.objectNode();
        var tasks = json.putArray("Tasks");
        residents.forEach(one -> tasks.add(task(one)));
        return json;
    }

    /** One task. */
    static ObjectNode task(Resident resident) {
        var task = resident.task();
        var json = JSON.objectNode()
                .put("Arn", resident.arn())
                .put("DesiredStatus", task.isWanted() ? "RUNNING" : "STOPPED")
                .put("KnownStatus", reported(task.status().name()))
                .put("Family", task.definition().family())
                .put("Version", String.valueOf(task.definition().revision()));
        var containers = json.putArray("Containers");
        resident.containers().stream().filter(one -> !one.isPause()).forEach(one -> containers.add(container(one)));
        return json;
    }

    private static ObjectNode container(Present present) {
        var container = present.life();
        var made = present.made();
        var json = JSON.objectNode()
                .put("DockerId", made.id())
                .put("DockerName", made.name())
                .put("Name", present.name())
                .put("Image", container.definition().image())
                .put("ImageID", made.imageId())
                .put("CreatedAt", made.created().toString());
        container.startedAt().ifPresent(at -> json.put("StartedAt", at.toString()));
        return json.put("RestartCount", container.restarts());
    }

    private static String reported(String status) {
        return switch (status) {
            case "RUNNING", "STOPPED" -> status;
            case "DEACTIVATING", "STOPPING", "DEPROVISIONING" -> "RUNNING";
            default -> "PENDING";
        };
    }

    /** The task with a container whose id begins like that; empty where none has, or several have. */
    static Optional<Resident> byContainer(List<Resident> residents, String id) {
        var found = residents.stream()
                .filter(one ->
                        one.made().values().stream().anyMatch(made -> made.id().startsWith(id)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
