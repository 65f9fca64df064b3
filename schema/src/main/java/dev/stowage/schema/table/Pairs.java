package dev.stowage.schema.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The properties that want or exclude each other, as {@code pairs.csv} lists them; its head tells source and day. */
public final class Pairs {

    private static final String FILE = "pairs.csv";
    private static final String WITH = "with";

    private final Map<String, List<Pair>> byType = new HashMap<>();

    private Pairs() {}

    /** The pairs that ship with Stowage. */
    public static Pairs shipped() {
        var pairs = new Pairs();
        for (var line : TableFile.rows(TableFile.shipped(FILE), "type,")) {
            var cells = line.split(",", -1);
            if (cells.length != 6) {
                throw new IllegalStateException("`" + line + "` in " + FILE + " has not six cells.");
            }
            var ofType = pairs.byType.get(cells[0]);
            if (ofType == null) {
                ofType = new ArrayList<>();
                pairs.byType.put(cells[0], ofType);
            }
            var steps = cells[1].isEmpty() ? List.<String>of() : List.of(cells[1].split("/", -1));
            ofType.add(new Pair(steps, cells[2], cells[3], cells[4].equals(WITH), List.of(cells[5].split("\\|", -1))));
        }
        return pairs;
    }

    /** The pairs of a resource type, in the order of the file. */
    public List<Pair> forType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /**
     * Two properties of one object.
     *
     * @param steps the way to the object, a star for every item of a list; none for the resource itself
     * @param property the property that wants or excludes; empty where the object itself wants one of the others
     * @param value the value with which it does; empty for any
     * @param isWanted whether one of the others has to be there; otherwise the one that is named may not
     * @param others the other properties
     */
    public record Pair(List<String> steps, String property, String value, boolean isWanted, List<String> others) {}
}
