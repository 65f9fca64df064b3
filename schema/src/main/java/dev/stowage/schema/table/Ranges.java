package dev.stowage.schema.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** From where to where the numbers of resources may go. */
public final class Ranges {

    /** The system property that names a file of ranges that AWS has widened, in the form of {@code ranges.csv}. */
    public static final String PROPERTY = "stowage.ranges";

    private static final AtomicReference<@Nullable Ranges> STANDARD = new AtomicReference<>();

    private final Map<String, List<Range>> byType;

    private Ranges(Map<String, List<Range>> byType) {
        this.byType = byType;
    }

    /**
     * What ships with Stowage ({@code ranges.csv}; its head tells source and day), and over it the rows of the file that the
     * system property {@value #PROPERTY} names.
     */
    public static Ranges standard() {
        var known = STANDARD.get();
        if (known == null) {
            known = of(TableFile.further(PROPERTY) + "\n" + TableFile.shipped("ranges.csv"));
            STANDARD.set(known);
        }
        return known;
    }

    /** The ranges of these lines: {@code type,path,least,most}; of two for one path the first counts. */
    public static Ranges of(String lines) {
        var byType = new HashMap<String, List<Range>>();
        for (var line : TableFile.rows(lines, "type,")) {
            var cells = line.split(",", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException("`" + line + "` is no range; one reads type,path,least,most.");
            }
            var ranges = byType.get(cells[0]);
            if (ranges == null) {
                ranges = new ArrayList<>();
                byType.put(cells[0], ranges);
            }
            add(ranges, new Range(cells[1], Long.parseLong(cells[2]), Long.parseLong(cells[3])));
        }
        return new Ranges(byType);
    }

    private static void add(List<Range> ranges, Range range) {
        for (var each : ranges) {
            if (each.path().equals(range.path())) {
                return;
            }
        }
        ranges.add(range);
    }

    /** The ranges of a resource type. */
    public List<Range> forType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /**
     * The range of one number.
     *
     * @param path the property, as a path with slashes; a star stands for every item of a list
     * @param least the least that AWS takes
     * @param most the most that AWS takes
     */
    public record Range(String path, long least, long most) {

        /** Whether AWS takes this number. */
        public boolean holds(long number) {
            return least <= number && number <= most;
        }
    }
}
