package dev.stowage.local.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stowage.local.endpoint.Resident.Present;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PrivateName;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.Health;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The task metadata endpoint, versions 3 and 4: what a task is told about itself, with the words of ECS's agent. */
final class Metadata {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LEAST_CPU = 2;
    private static final double CORE = 1024.0;

    private final boolean isFourth;

    private Metadata(boolean isFourth) {
        this.isFourth = isFourth;
    }

    /** Version 3. */
    static Metadata third() {
        return new Metadata(false);
    }

    /** Version 4: the same with more of the network, the logs and the task. */
    static Metadata fourth() {
        return new Metadata(true);
    }

    /** A task and all its containers that were made; with its tags where they are asked for. */
    ObjectNode task(Resident resident, boolean withTags, Instant now) {
        var task = resident.task();
        var definition = task.definition();
        var json = JSON.objectNode()
                .put("Cluster", resident.cluster())
                .put("TaskARN", resident.arn())
                .put("Family", definition.family())
                .put("Revision", String.valueOf(definition.revision()))
                .put("DesiredStatus", task.isWanted() ? "RUNNING" : "STOPPED")
                .put("KnownStatus", task.known().name());
        limits(resident, json);
        task.times().executionStopped().ifPresent(at -> json.put("ExecutionStoppedAt", at.toString()));
        json.put("AvailabilityZone", task.assignment().site().zone());
        if (isFourth) {
            resident.service().ifPresent(name -> json.put("ServiceName", name));
            json.put("LaunchType", resident.setup().fargate() ? "FARGATE" : "EC2");
            json.put("Group", task.assignment().group().name());
            json.put("FaultInjectionEnabled", false);
            json.putObject("ClockDrift")
                    .put("ClockSynchronizationStatus", "SYNCHRONIZED")
                    .put("ReferenceTimestamp", now.toString());
        }
        if (withTags && !resident.setup().tags().isEmpty()) {
            json.set("TaskTags", texts(resident.setup().tags()));
        }
        var containers = json.putArray("Containers");
        resident.containers().forEach(one -> containers.add(container(resident, one)));
        return json;
    }

    private static void limits(Resident resident, ObjectNode json) {
        var size = resident.setup().size();
        if (size.cpu().isPresent() || size.memory().isPresent()) {
            var limits = json.putObject("Limits");
            size.cpu().ifPresent(cpu -> limits.put("CPU", cpu / CORE));
            size.memory().ifPresent(memory -> limits.put("Memory", memory));
        }
    }

    /** One container. */
    ObjectNode container(Resident resident, Present present) {
        var container = present.life();
        var made = present.made();
        var json = JSON.objectNode()
                .put("DockerId", made.id())
                .put("Name", present.name())
                .put("DockerName", made.name())
                .put("Image", container.definition().image())
                .put("ImageID", made.imageId());
        json.set("Labels", texts(made.labels()));
        json.put("DesiredStatus", resident.task().isWanted() ? "RUNNING" : "STOPPED")
                .put("KnownStatus", container.status().name());
        container.exitCode().ifPresent(code -> json.put("ExitCode", code));
        limits(resident, container, json);
        json.put("CreatedAt", made.created().toString());
        container.startedAt().ifPresent(at -> json.put("StartedAt", at.toString()));
        json.put("Type", present.isPause() ? "CNI_PAUSE" : "NORMAL");
        health(container, json);
        if (isFourth) {
            json.put("LogDriver", made.logDriver());
            json.set("LogOptions", texts(made.logOptions()));
            json.put("ContainerARN", resident.home().arn("ecs", arnPath(resident, made)));
            container.definition().restart().ifPresent(policy -> json.put("RestartCount", container.restarts()));
        }
        ports(made, json);
        json.set("Networks", networks(resident));
        return json;
    }

    private static String arnPath(Resident resident, Made made) {
        return "container/" + resident.cluster() + "/" + resident.task().id() + "/" + made.id();
    }

    private static void limits(Resident resident, Container container, ObjectNode json) {
        var own = resident.setup().container(container.definition().name());
        own.map(one -> one.limits()).ifPresent(limits -> {
            var shown = json.putObject("Limits").put("CPU", Math.max(LEAST_CPU, limits.cpu()));
            limits.memory().or(limits::reserved).ifPresent(memory -> shown.put("Memory", memory));
        });
    }

    private static void health(Container container, ObjectNode json) {
        if (container.definition().healthChecked() && container.health() != Health.UNKNOWN) {
            var health =
                    json.putObject("Health").put("status", container.health().name());
            container.startedAt().ifPresent(at -> health.put("statusSince", at.toString()));
            health.put("output", "");
        }
    }

    private static void ports(Made made, ObjectNode json) {
        if (made.ports().isEmpty()) {
            return;
        }
        var ports = json.putArray("Ports");
        for (var port : made.ports()) {
            ports.addObject()
                    .put("ContainerPort", port.container())
                    .put("Protocol", port.protocol())
                    .put("HostPort", port.host())
                    .put("HostIp", port.address());
        }
    }

    private ArrayNode networks(Resident resident) {
        var networks = JSON.arrayNode();
        resident.network().ifPresent(it -> {
            var mode = resident.setup().network();
            var network = networks.addObject().put("NetworkMode", mode.name().toLowerCase(Locale.ROOT));
            network.putArray("IPv4Addresses").add(it.address());
            if (isFourth && mode == NetworkMode.AWSVPC) {
                var region = resident.home().region();
                network.put("AttachmentIndex", 0)
                        .put("MACAddress", it.mac())
                        .put("IPv4SubnetCIDRBlock", it.subnet())
                        .put("PrivateDNSName", PrivateName.of(it.address(), region))
                        .put("SubnetGatewayIpv4Address", it.gateway());
            }
        });
        return networks;
    }

    private static ObjectNode texts(Map<String, String> texts) {
        var json = JSON.objectNode();
        new TreeMap<>(texts).forEach(json::put);
        return json;
    }
}
