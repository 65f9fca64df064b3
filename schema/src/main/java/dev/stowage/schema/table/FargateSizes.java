package dev.stowage.schema.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The pairs of CPU and memory that Fargate has: CPU in units, 1024 to a vCPU, and memory in MiB. */
public final class FargateSizes {

    /** The system property that names a file of further rows, in the form of {@code fargate-sizes.csv}. */
    public static final String PROPERTY = "stowage.fargate.sizes";

    private static final AtomicReference<@Nullable FargateSizes> STANDARD = new AtomicReference<>();

    private final List<FargateRow> rows;

    private FargateSizes(List<FargateRow> rows) {
        this.rows = rows;
    }

    /**
     * What ships with Stowage ({@code fargate-sizes.csv}; its head tells source and day), and over it the rows of the
     * file that the system property {@value #PROPERTY} names, for the day on which AWS adds sizes. Checks heed such
     * rows; the constants of the language do not grow by them.
     */
    public static FargateSizes standard() {
        var known = STANDARD.get();
        if (known == null) {
            known = of(TableFile.shipped("fargate-sizes.csv")).plus(of(TableFile.further(PROPERTY)));
            STANDARD.set(known);
        }
        return known;
    }

    /** The sizes of these lines: {@code cpu,memory,os,platform}; comments begin with {@code #}. */
    public static FargateSizes of(String lines) {
        var rows = new ArrayList<FargateRow>();
        for (var line : TableFile.rows(lines, "cpu,")) {
            rows.add(FargateRow.parse(line));
        }
        return new FargateSizes(List.of()).plus(rows);
    }

    /** These sizes and those; where both have a row for the same CPU, the other one counts. */
    public FargateSizes plus(FargateSizes others) {
        return plus(others.rows);
    }

    private FargateSizes plus(List<FargateRow> others) {
        Map<Integer, FargateRow> byCpu = new TreeMap<>();
        for (var row : rows) {
            byCpu.put(row.cpu(), row);
        }
        for (var row : others) {
            byCpu.put(row.cpu(), row);
        }
        return new FargateSizes(List.copyOf(byCpu.values()));
    }

    /** One row for each number of CPU units, ascending. */
    public List<FargateRow> rows() {
        return rows;
    }

    /** The row for so many CPU units. */
    public Optional<FargateRow> row(int cpu) {
        for (var row : rows) {
            if (row.cpu() == cpu) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** The memory in MiB that goes with so many CPU units, ascending; none where Fargate has no such CPU. */
    public List<Integer> memoriesFor(int cpu) {
        var row = row(cpu);
        return row.isPresent() ? row.get().memories() : List.of();
    }

    /** Whether Fargate has this pair. */
    public boolean isLegal(int cpu, int memory) {
        return memoriesFor(cpu).contains(memory);
    }

    /** Whether Fargate has this pair for Windows tasks. */
    public boolean isLegalForWindows(int cpu, int memory) {
        var row = row(cpu);
        return row.isPresent()
                && row.get().isForWindows()
                && row.get().memories().contains(memory);
    }

    /** The smallest pair that gives at least so much of both; the largest of all where nothing does. */
    public Optional<Pair> nearest(int cpu, int memory) {
        Optional<Pair> last = Optional.empty();
        for (var row : rows) {
            for (var each : row.memories()) {
                last = Optional.of(new Pair(row.cpu(), each));
                if (row.cpu() >= cpu && each >= memory) {
                    return last;
                }
            }
        }
        return last;
    }

    /**
     * A size of a task.
     *
     * @param cpu CPU units, 1024 to a vCPU
     * @param memory MiB
     */
    public record Pair(int cpu, int memory) {}
}
