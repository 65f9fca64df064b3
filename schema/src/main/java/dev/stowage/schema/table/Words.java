package dev.stowage.schema.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Closed lists of words that AWS knows: options of a log driver, settings of a kernel, what an old platform lacks. */
public final class Words {

    /** The system property that names a file of words that AWS has added, in the form of {@code words.csv}. */
    public static final String PROPERTY = "stowage.words";

    private static final AtomicReference<@Nullable Words> STANDARD = new AtomicReference<>();

    private final Map<String, List<String>> lists;

    private Words(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    /**
     * What ships with Stowage ({@code words.csv}; its head tells sources and day), and with it the rows of the file that the
     * system property {@value #PROPERTY} names.
     */
    public static Words standard() {
        var known = STANDARD.get();
        if (known == null) {
            known = of(TableFile.shipped("words.csv") + "\n" + TableFile.further(PROPERTY));
            STANDARD.set(known);
        }
        return known;
    }

    /** The lists of these lines: {@code list,word}; comments begin with {@code #}. */
    public static Words of(String lines) {
        var lists = new HashMap<String, List<String>>();
        for (var line : TableFile.rows(lines, "list,")) {
            var comma = line.indexOf(',');
            if (comma < 0) {
                throw new IllegalArgumentException("`" + line + "` is no word; one reads log.awslogs,awslogs-group.");
            }
            var name = line.substring(0, comma);
            if (!lists.containsKey(name)) {
                lists.put(name, new ArrayList<>());
            }
            lists.get(name).add(line.substring(comma + 1));
        }
        return new Words(lists);
    }

    /** The words of a list, in the order of the file; none where there is no such list. */
    public List<String> list(String name) {
        return List.copyOf(lists.getOrDefault(name, List.of()));
    }

    /** Whether a list has this word; a star at the end of one of its words stands for any ending. */
    public boolean has(String list, String word) {
        for (var each : lists.getOrDefault(list, List.of())) {
            var isFamily = each.endsWith("*");
            if (isFamily ? word.startsWith(each.substring(0, each.length() - 1)) : word.equals(each)) {
                return true;
            }
        }
        return false;
    }
}
