package dev.stowage.synth.rule;

import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The families that judge tasks by what they say: one that nothing is said about is never loaded. */
final class TaskFamilies {

    /** Signs that stand beside the names of properties for what some of them say: any of all, or one of these. */
    private static final String ANYTHING = "?";

    private static final String DRIVER = "? another log driver than awslogs";
    private static final String MEMORY = "? memory of a container";
    private static final String PORTS = "? several ports of one container";
    private static final String SEVERAL = "? several containers of one task";
    private static final String VARIABLES = "? a variable that may be a secret";
    private static final String WINDOWS = "? another system than Linux";
    private static final String WRITTEN = "? a task definition of a template";

    /** Where containers have to do with each other, or one of their variables with another. */
    private static final String[] COMPANY = {"DependsOn", "Secrets", SEVERAL, PORTS};

    /** What has bounds, and what Fargate refuses. */
    private static final String[] LIMITS = {
        "DisableNetworking",
        "DnsSearchDomains",
        "DnsServers",
        "DockerSecurityOptions",
        "EphemeralStorage",
        "ExtraHosts",
        "HealthCheck",
        "InferenceAccelerators",
        "IpcMode",
        "Links",
        "LinuxParameters",
        "PidMode",
        "PlacementConstraints",
        "Privileged",
        "ResourceRequirements",
        "RestartPolicy",
        "StartTimeout",
        "StopTimeout",
        "Ulimits",
        "Volumes"
    };

    /** Volumes, and where output goes to a router of logs. */
    private static final String[] STORAGE = {"FirelensConfiguration", "MountPoints", "Volumes", DRIVER};

    /** How a container starts. */
    private static final String[] PROCESS = {
        "CredentialSpecs",
        "EntryPoint",
        "MountPoints",
        "ResourceRequirements",
        "RestartPolicy",
        "User",
        "WorkingDirectory"
    };

    private TaskFamilies() {}

    /** What most tasks say nothing of: the rules about it, and the views that they need, are left out with it. */
    static void add(ResourceGraph graph, List<Family> families) {
        var said = said(graph);
        if (isAny(said, MEMORY)) {
            families.add(new TaskMemory());
        }
        if (isAny(said, COMPANY)) {
            families.add(new TaskContainers());
        }
        if (isAny(said, LIMITS)) {
            families.add(new ContainerLimits());
        }
        if (isAny(said, STORAGE)) {
            families.add(new TaskStorage());
        }
        addForms(said, families);
        addThoseOfContainers(said, families);
        if (isAny(said, WINDOWS) || Families.says(graph, "PlatformVersion")) {
            families.add(new ServicePlatform());
        }
    }

    private static void addThoseOfContainers(Set<String> said, List<Family> families) {
        if (isAny(said, PROCESS)) {
            families.add(new ContainerProcess());
        }
        if (isAny(said, "EnvironmentFiles", VARIABLES)) {
            families.add(new ContainerVariables());
        }
        if (isAny(said, "SystemControls")) {
            families.add(new KernelSettings());
        }
        if (isAny(said, SEVERAL)) {
            families.add(new SiblingNames());
        }
        if (isAny(said, WRITTEN)) {
            families.add(new SecretReferences());
        }
    }

    /** What words of programs mostly make right by themselves. */
    private static void addForms(Set<String> said, List<Family> families) {
        if (isAny(said, SEVERAL, PORTS, WRITTEN)) {
            families.add(new TaskAddresses());
        }
        if (isAny(said, "Volumes", "VolumesFrom")) {
            families.add(new TaskVolumes());
        }
        if (isAny(said, DRIVER, WRITTEN)) {
            families.add(new TaskLogs());
        }
        if (isAny(said, WINDOWS, WRITTEN)) {
            families.add(new TaskPlaces());
        }
        if (isAny(said, "EnableFaultInjection", "ProxyConfiguration")) {
            families.add(new TaskProxy());
        }
    }

    /** What tasks say of themselves and of their containers: the names of properties, and signs for some values. */
    private static Set<String> said(ResourceGraph graph) {
        var said = new HashSet<String>();
        for (var task : graph.all(EcsTaskDefinition.TYPE)) {
            var properties = task.resource().properties();
            addNames(properties, said);
            addIf(!task.isSaid(), WRITTEN, said);
            addIf(!isLinux(properties.peek("RuntimePlatform")), WINDOWS, said);
            var containers = properties.peek("ContainerDefinitions");
            if (containers instanceof ListNode list) {
                addIf(list.items().size() != 1, SEVERAL, said);
                for (var container : list.items()) {
                    addContainer(container, said);
                }
            } else {
                addIf(containers != null, ANYTHING, said);
            }
        }
        return said;
    }

    private static void addContainer(Node node, Set<String> said) {
        if (!(node instanceof ObjectNode container)) {
            said.add(ANYTHING);
            return;
        }
        addNames(container, said);
        addIf(container.has("Memory") || container.has("MemoryReservation"), MEMORY, said);
        addIf(hasPorts(container), PORTS, said);
        addIf(isRouted(container), DRIVER, said);
        addIf(container.has("Environment") && mayHide(container.peek("Environment")), VARIABLES, said);
    }

    private static void addNames(ObjectNode object, Set<String> said) {
        for (var i = 0; i < object.size(); i++) {
            said.add(object.key(i));
        }
    }

    private static void addIf(boolean holds, String sign, Set<String> said) {
        if (holds) {
            said.add(sign);
        }
    }

    private static boolean isAny(Set<String> said, String... names) {
        var isAny = said.contains(ANYTHING);
        for (var name : names) {
            isAny = isAny || said.contains(name);
        }
        return isAny;
    }

    private static boolean isLinux(@Nullable Node platform) {
        var system = platform instanceof ObjectNode object ? object.peek("OperatingSystemFamily") : null;
        return platform == null
                || platform instanceof ObjectNode && system == null
                || system instanceof TextNode text && text.value().equals("LINUX");
    }

    /** Whether the output of a container may go elsewhere than to CloudWatch. */
    private static boolean isRouted(ObjectNode container) {
        var logs = container.peek("LogConfiguration");
        var driver = logs instanceof ObjectNode object ? object.peek("LogDriver") : null;
        return logs != null && !(driver instanceof TextNode text && text.value().equals("awslogs"));
    }

    /** Whether a container has more than one port. */
    private static boolean hasPorts(ObjectNode container) {
        var ports = container.peek("PortMappings");
        return ports != null && !(ports instanceof ListNode list && list.items().size() < 2);
    }

    /** Whether one of the variables has another name than most, or a value that may be a key or an address with a login. */
    private static boolean mayHide(@Nullable Node variables) {
        if (!(variables instanceof ListNode list)) {
            return true;
        }
        for (var item : list.items()) {
            var name = item instanceof ObjectNode variable ? variable.peek("Name") : null;
            var value = item instanceof ObjectNode variable ? variable.peek("Value") : null;
            var isPlain = name instanceof TextNode text && isPlain(text.value());
            var isShort = value instanceof TextNode text
                    && text.value().length() < 20
                    && !text.value().contains("://");
            if (!isPlain || !isShort) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name is none that ECS, the SDKs of AWS or a rule about secrets knows. */
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.indexOf('=') < 0
                && !name.startsWith("AWS_")
                && !name.startsWith("ECS_")
                && !name.endsWith("_KEY")
                && !name.endsWith("_SECRET")
                && !name.endsWith("_TOKEN")
                && !name.endsWith("PASSWD")
                && !name.endsWith("PASSWORD")
                && name.equals(name.toUpperCase(Locale.ROOT));
    }
}
