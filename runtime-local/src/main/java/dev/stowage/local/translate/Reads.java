package dev.stowage.local.translate;

import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.resource.Tag;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readings of properties that are worked out, as plain values. */
final class Reads {

    private Reads() {}

    static List<String> texts(Items<Reading<String>> items) {
        return items.known().stream().flatMap(one -> one.known().stream()).toList();
    }

    static Map<String, String> map(Reading<Node> reading) {
        var map = new LinkedHashMap<String, String>();
        if (reading.known().orElse(null) instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                var text = Outcome.known(object.value(i)).text();
                if (text != null) {
                    map.put(object.key(i), text);
                }
            }
        }
        return map;
    }

    static Map<String, String> tags(Items<Tag> tags) {
        var map = new LinkedHashMap<String, String>();
        for (var tag : tags) {
            map.put(tag.key().or(""), tag.value().or(""));
        }
        return map;
    }

    static boolean is(Reading<Boolean> flag) {
        return flag.is(true);
    }

    static Optional<Duration> seconds(Reading<Integer> reading) {
        return reading.known().map(Duration::ofSeconds);
    }

    /** The end of an ARN or id, behind its last slash or colon. */
    static String end(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    }
}
