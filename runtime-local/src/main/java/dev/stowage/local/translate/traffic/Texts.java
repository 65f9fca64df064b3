package dev.stowage.local.translate.traffic;

import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads maps of texts, which the schema of CloudFormation leaves open. */
final class Texts {

    private Texts() {}

    /** The texts of a map, by name; none where it is no map. */
    static Map<String, String> of(Reading<Node> reading) {
        var texts = new LinkedHashMap<String, String>();
        if (reading.known().orElse(ObjectNode.empty()) instanceof ObjectNode map) {
            for (var place = 0; place < map.size(); place++) {
                var key = map.key(place);
                map.text(key).ifPresent(text -> texts.put(key, text));
            }
        }
        return texts;
    }
}
