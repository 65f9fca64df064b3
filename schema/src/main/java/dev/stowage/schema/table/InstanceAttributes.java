package dev.stowage.schema.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes that ECS itself gives to container instances, as {@code attributes.csv} lists them. */
public final class InstanceAttributes {

    /** What the name of every one of them begins with. */
    public static final String PREFIX = "ecs.";

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private InstanceAttributes() {}

    /** The attributes that ship with Stowage; the head of the file tells source and day. */
    public static InstanceAttributes shipped() {
        var attributes = new InstanceAttributes();
        for (var line : TableFile.rows(TableFile.shipped("attributes.csv"), "name,")) {
            var cells = line.split(",", 2);
            attributes.values.put(cells[0], cells[1].isEmpty() ? List.of() : List.of(cells[1].split("\\|", -1)));
        }
        return attributes;
    }

    /** Their names. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Whether ECS gives instances an attribute of this name. */
    public boolean isOne(String name) {
        for (var each : values.keySet()) {
            var isStem = each.endsWith("*") && name.startsWith(each.substring(0, each.length() - 1));
            if (isStem || each.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The values that an attribute can have, where they are few; none where it can have others. */
    public List<String> valuesOf(String name) {
        return values.getOrDefault(name, List.of());
    }
}
