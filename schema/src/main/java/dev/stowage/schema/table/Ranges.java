package dev.stowage.schema.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** From where to where the numbers of resources may go, of what letters their texts are made, and what words they know. */
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

    /**
     * The ranges of these lines: {@code type,path,least,most} of a number, {@code type,path,least,most,letters} of a text
     * and {@code type,path,word|word} of a word; of two for one path the first counts.
     */
    public static Ranges of(String lines) {
        var byType = new HashMap<String, List<Range>>();
        for (var line : TableFile.rows(lines, "type,")) {
            var cells = line.split(",", 5);
            var ranges = byType.get(cells[0]);
            if (ranges == null) {
                ranges = new ArrayList<>();
                byType.put(cells[0], ranges);
            }
            add(ranges, range(line, cells));
        }
        return new Ranges(byType);
    }

    private static Range range(String line, String[] cells) {
        if (cells.length < 3) {
            throw new IllegalArgumentException("`" + line + "` is no range; one reads type,path,least,most.");
        }
        var steps = List.of(cells[1].split("/", -1));
        if (cells.length == 3) {
            return new Range(steps, 0, 0, "", List.of(cells[2].split("\\|", -1)));
        }
        var letters = cells.length == 5 ? cells[4] : "";
        return new Range(steps, Long.parseLong(cells[2]), Long.parseLong(cells[3]), letters, List.of());
    }

    private static void add(List<Range> ranges, Range range) {
        for (var each : ranges) {
            if (each.steps().equals(range.steps())) {
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
     * What one property takes: a number from a least to a most, a text of so many of these letters, or one of these words.
     *
     * @param steps the way to the property; a star stands for every item of a list
     * @param least the least number that AWS takes, or the length of the shortest text
     * @param most the greatest number that AWS takes, or the length of the longest text
     * @param letters the letters of a text, as in {@code A-Za-z0-9_-}, a hyphen for itself at the end; empty for others
     * @param words the words; empty for others
     */
    public record Range(List<String> steps, long least, long most, String letters, List<String> words) {

        /** Whether AWS takes this number. */
        public boolean holds(long number) {
            return least <= number && number <= most;
        }

        /** Whether AWS takes this text. */
        public boolean holds(String text) {
            if (!words.isEmpty()) {
                return words.contains(text);
            }
            for (var i = 0; i < text.length(); i++) {
                if (!isLetter(text.charAt(i))) {
                    return false;
                }
            }
            return holds(text.length());
        }

        private boolean isLetter(char letter) {
            for (var i = 0; i < letters.length(); i++) {
                var first = letters.charAt(i);
                var isSpan = i + 2 < letters.length() && letters.charAt(i + 1) == '-';
                var last = isSpan ? letters.charAt(i + 2) : first;
                if (first <= letter && letter <= last) {
                    return true;
                }
                i += isSpan ? 2 : 0;
            }
            return false;
        }
    }
}
