package dev.stowage.schema.table;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The most that AWS takes of a thing: resources of a template, targets of a group. */
public final class Limits {

    /** The system property that names a file of limits that AWS has raised, in the form of {@code limits.csv}. */
    public static final String PROPERTY = "stowage.limits";

    private static final AtomicReference<@Nullable Limits> STANDARD = new AtomicReference<>();

    private final Map<String, Integer> most;

    private Limits(Map<String, Integer> most) {
        this.most = most;
    }

    /**
     * What ships with Stowage ({@code limits.csv}; its head tells source and day), and over it the rows of the file that
     * the system property {@value #PROPERTY} names.
     */
    public static Limits standard() {
        var known = STANDARD.get();
        if (known == null) {
            known = of(TableFile.shipped("limits.csv")).plus(of(TableFile.further(PROPERTY)));
            STANDARD.set(known);
        }
        return known;
    }

    /** The limits of these lines: {@code name,most}; comments begin with {@code #}. */
    public static Limits of(String lines) {
        var most = new HashMap<String, Integer>();
        for (var line : TableFile.rows(lines, "name,")) {
            var comma = line.indexOf(',');
            if (comma < 0) {
                throw new IllegalArgumentException("`" + line + "` is no limit; one reads template.resources,500.");
            }
            most.put(
                    line.substring(0, comma).trim(),
                    Integer.valueOf(line.substring(comma + 1).trim()));
        }
        return new Limits(most);
    }

    /** These limits and those; where both know a name, the other one counts. */
    public Limits plus(Limits others) {
        var all = new HashMap<>(most);
        all.putAll(others.most);
        return new Limits(all);
    }

    /** The most of what goes by this name. */
    public int most(String name) {
        var limit = most.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("No limit goes by the name " + name + ".");
        }
        return limit;
    }
}
