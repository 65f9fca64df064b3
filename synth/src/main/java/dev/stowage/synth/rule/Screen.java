package dev.stowage.synth.rule;

import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the families about the form of single resources where one is not plain at first sight. What a program said in words
 * has the form that the words give it, unless a raw word wrote over it; a class that is not needed is never loaded.
 */
final class Screen {

    private static final String[] TASK_WORDS = {
        "Cpu", "ContainerDefinitions", "ExecutionRoleArn", "Memory", "NetworkMode", "RequiresCompatibilities"
    };
    private static final String[] SERVICE_WORDS = {
        "AvailabilityZoneRebalancing",
        "DeploymentController",
        "LaunchType",
        "PlacementConstraints",
        "PlacementStrategies",
        "SchedulingStrategy",
        "ServiceName"
    };
    private static final String[] PROBE_WORDS = {
        "HealthCheckEnabled", "HealthCheckIntervalSeconds", "HealthCheckTimeoutSeconds", "Matcher"
    };

    private Screen() {}

    static void add(ResourceGraph graph, List<Family> families) {
        addThoseOfTasks(graph, families);
        addThoseOfServices(graph, families);
        for (var group : graph.all(ElbTargetGroup.TYPE)) {
            if (!isPlainGroup(group)) {
                families.add(new TargetGroupForm());
                break;
            }
        }
        for (var rule : graph.all(ElbListenerRule.TYPE)) {
            if (!isPlainRule(rule)) {
                families.add(new ListenerRuleForm());
                families.add(new ListenerRuleValues());
                break;
            }
        }
    }

    private static void addThoseOfTasks(ResourceGraph graph, List<Family> families) {
        var isPlain = true;
        var isWritten = true;
        var isPlaced = false;
        for (var task : graph.all(EcsTaskDefinition.TYPE)) {
            var properties = task.resource().properties();
            isWritten = isWritten && isInWords(task, TASK_WORDS);
            isPlain = isPlain && isPlainTask(properties);
            isPlaced = isPlaced || properties.has("PlacementConstraints");
        }
        if (!isPlain || !isWritten) {
            families.add(new TaskForm());
        }
        if (!isWritten) {
            families.add(new FargateForm());
        }
        if (isPlaced) {
            families.add(Placement.ofTasks());
            families.add(PlacementMeaning.ofTasks());
        }
    }

    private static void addThoseOfServices(ResourceGraph graph, List<Family> families) {
        var isPlain = true;
        var isWritten = true;
        var isSpread = false;
        var isPlaced = false;
        for (var service : graph.all(EcsService.TYPE)) {
            var properties = service.resource().properties();
            var strategy = properties.peek("CapacityProviderStrategy");
            isWritten = isWritten && isInWords(service, "LoadBalancers", "TaskDefinition", "NetworkConfiguration");
            isPlain = isPlain && !hasAny(properties, SERVICE_WORDS);
            isSpread = isSpread
                    || !(strategy instanceof ListNode list && list.items().size() == 1);
            isPlaced = isPlaced || properties.has("PlacementConstraints");
        }
        if (!isPlain || !isWritten) {
            families.add(new ServiceForm());
            families.add(new ServiceSpread());
        }
        if (!isWritten) {
            families.add(new ServicePorts());
            families.add(new ServiceCapacity());
        }
        if (isPlaced) {
            families.add(Placement.ofServices());
            families.add(PlacementMeaning.ofServices());
        }
        if (isSpread || !isWritten) {
            families.add(CapacityStrategies.ofServices());
        }
    }

    /** Whether words of a program made the resource, and no raw word wrote one of these properties. */
    private static boolean isInWords(Found found, String... properties) {
        for (var property : properties) {
            var node = found.resource().properties().peek(property);
            if (node != null && isRaw(node)) {
                return false;
            }
        }
        return found.isSaid();
    }

    private static boolean isRaw(Node node) {
        return node.at() instanceof Said said && said.word().equals("raw");
    }

    private static boolean hasAny(ObjectNode properties, String... names) {
        for (var name : names) {
            if (properties.has(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlainTask(ObjectNode properties) {
        if (!(properties.peek("ContainerDefinitions") instanceof ListNode containers)) {
            return false;
        }
        var isEssential = false;
        for (var node : containers.items()) {
            if (!(node instanceof ObjectNode container)
                    || !isPlainImage(container.peek("Image"))
                    || hasAny(container, "Cpu", "HealthCheck", "Links", "MemoryReservation")) {
                return false;
            }
            isEssential = isEssential || container.peek("Essential") instanceof FlagNode flag && flag.value();
        }
        return isEssential;
    }

    /** Whether a name is made of small letters, digits and the signs between them, with a tag at most. */
    private static boolean isPlainImage(@Nullable Node image) {
        if (!(image instanceof TextNode text)) {
            return image != null;
        }
        var name = text.value();
        var hasTag = false;
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            var isOfPart = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            var isBetween = i > 0 && i < name.length() - 1 && !isSign(name.charAt(i - 1)) && isSign(c);
            if (!isOfPart && (!isBetween || hasTag && (c == ':' || c == '/'))) {
                return false;
            }
            hasTag = hasTag || c == ':';
        }
        return !name.isEmpty() && !name.contains(".dkr.ecr.");
    }

    private static boolean isSign(char c) {
        return c == '.' || c == '-' || c == '_' || c == '/' || c == ':';
    }

    private static boolean isPlainGroup(Found group) {
        var properties = group.resource().properties();
        var path = properties.peek("HealthCheckPath");
        var isPath =
                path == null || path instanceof TextNode text && text.value().startsWith("/");
        var attributes = properties.peek("TargetGroupAttributes");
        var isBrief = attributes == null
                || attributes instanceof ListNode list
                        && list.items().size() == 1
                        && isBrief(list.items().get(0));
        return isPath && isBrief && !hasAny(properties, PROBE_WORDS) && isInWords(group, "HealthCheckProtocol");
    }

    /** Whether an attribute is a number of at most three digits, which is within the bounds of a delay. */
    private static boolean isBrief(Node attribute) {
        return attribute instanceof ObjectNode object
                && object.peek("Value") instanceof TextNode value
                && value.value().length() < 4;
    }

    private static boolean isPlainRule(Found rule) {
        var properties = rule.resource().properties();
        return isInWords(rule, "Conditions", "Actions")
                && properties.peek("Conditions") instanceof ListNode conditions
                && conditions.items().size() <= 2
                && count(conditions) <= 2;
    }

    /** How many texts stand in a tree, a path that does not begin with a slash as many. */
    private static int count(Node node) {
        if (node instanceof TextNode text) {
            return text.value().length() > 100 ? 9 : 0;
        }
        var count = 0;
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                count += count(item) + (item instanceof TextNode ? 1 : 0);
            }
        } else if (node instanceof ObjectNode object) {
            var path = object.peek("PathPatternConfig");
            for (var i = 0; i < object.size(); i++) {
                count += count(object.value(i));
            }
            count += path instanceof ObjectNode config && !isRooted(config.peek("Values")) ? 9 : 0;
        }
        return count;
    }

    private static boolean isRooted(@Nullable Node values) {
        if (values instanceof ListNode list) {
            for (var value : list.items()) {
                if (!(value instanceof TextNode text) || !text.value().startsWith("/")) {
                    return false;
                }
            }
        }
        return true;
    }
}
