package dev.stowage.local.ledger;

import dev.stowage.local.ledger.Anatomy.Unreadable;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.Demand;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NullNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link Writing} wrote, as values again. Secrets are lost; it is told whether there was one. */
final class Reading {

    private boolean isWhole = true;

    /** Whether no secret was met so far. */
    boolean isWhole() {
        return isWhole;
    }

    /** The value of that class that a tree was written of. */
    <T> T value(Class<T> type, Node node) {
        return type.cast(one(type, node));
    }

    private @Nullable Object read(Type type, Node node) {
        if (node instanceof NullNode) {
            return null;
        }
        var raw = raw(type);
        if (node instanceof TextNode text) {
            return plain(raw, text.value());
        }
        if (node instanceof ListNode list) {
            return many(type, raw, list.items());
        }
        if (node instanceof ObjectNode object) {
            return raw == TaskDefinition.class ? definition(object) : fields(raw, object);
        }
        throw new Unreadable(raw + " is not written like that");
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : (Class<?>) type;
    }

    private static Type argument(Type type, int place) {
        return ((ParameterizedType) type).getActualTypeArguments()[place];
    }

    private Object plain(Class<?> type, String text) {
        if (type == Hidden.class) {
            isWhole = false;
            return Hidden.of("");
        }
        try {
            return type == String.class ? text : typed(type, text);
        } catch (RuntimeException other) {
            throw new Unreadable("`" + text + "` is no " + type.getSimpleName());
        }
    }

    private static Object typed(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(one -> ((Enum<?>) one).name().equals(text))
                    .findFirst()
                    .orElseThrow();
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        }
        return type == Duration.class ? Duration.parse(text) : type.cast(Instant.parse(text));
    }

    private Object many(Type type, Class<?> raw, List<Node> items) {
        if (raw == OptionalInt.class) {
            return items.isEmpty() ? OptionalInt.empty() : OptionalInt.of((Integer) one(Integer.class, items.get(0)));
        }
        if (raw == Optional.class) {
            return items.isEmpty() ? Optional.empty() : Optional.of(one(argument(type, 0), items.get(0)));
        }
        if (raw == Map.class) {
            var map = new LinkedHashMap<Object, Object>();
            for (var item : items) {
                var entry = ((ListNode) item).items();
                map.put(one(argument(type, 0), entry.get(0)), one(argument(type, 1), entry.get(1)));
            }
            return map;
        }
        Collection<Object> all = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        items.forEach(item -> all.add(one(argument(type, 0), item)));
        return raw == Set.class ? all : List.copyOf(all);
    }

    private Object one(Type type, Node node) {
        return Optional.ofNullable(read(type, node)).orElseThrow(() -> new Unreadable(type + " is missing"));
    }

    private Object fields(Class<?> type, ObjectNode node) {
        var name = node.text(Writing.CLASS).orElse("");
        var found = Anatomy.find(type, name).orElseThrow(() -> new Unreadable(name + " is no " + type.getSimpleName()));
        var anatomy = Anatomy.of(found);
        var values = new ArrayList<@Nullable Object>();
        for (var field : anatomy.fields()) {
            var written =
                    node.get(field.getName()).orElseThrow(() -> new Unreadable(name + " has no " + field.getName()));
            values.add(read(field.getGenericType(), written));
        }
        return anatomy.make(values);
    }

    private TaskDefinition definition(ObjectNode node) {
        var revision = node.text("revision").map(Integer::valueOf).orElseThrow(() -> new Unreadable("no revision"));
        var containers = node.list("containers").items().stream()
                .map(each -> value(ContainerDefinition.class, each))
                .toArray(ContainerDefinition[]::new);
        return TaskDefinition.of(node.text("family").orElse(""), revision, containers)
                .asking(value(Demand.class, node.object("demand")));
    }
}
