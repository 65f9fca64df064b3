package dev.stowage.schema.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many items AWS takes in a list, as {@code counts.csv} tells it; its head tells source and day. */
public final class Counts {

    private final Map<String, List<Count>> byType = new HashMap<>();

    private Counts() {}

    /** The counts that ship with Stowage. */
    public static Counts shipped() {
        var counts = new Counts();
        for (var line : TableFile.rows(TableFile.shipped("counts.csv"), "type,")) {
            var cells = line.split(",", -1);
            var ofType = counts.byType.get(cells[0]);
            if (ofType == null) {
                ofType = new ArrayList<>();
                counts.byType.put(cells[0], ofType);
            }
            ofType.add(new Count(List.of(cells[1].split("/", -1)), Integer.parseInt(cells[2])));
        }
        return counts;
    }

    /** The lists of a resource type, in the order of the file. */
    public List<Count> forType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /**
     * How many items one list takes.
     *
     * @param steps the way to the list, a star for every item of a list around it
     * @param most the most items
     */
    public record Count(List<String> steps, int most) {}
}
