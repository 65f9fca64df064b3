package dev.stowage.schema.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Fargate offers for one number of CPU units.
 *
 * @param cpu CPU units, 1024 to a vCPU
 * @param memories the memory that goes with it in MiB, ascending
 * @param isForWindows whether Windows tasks can have it; Linux tasks always can
 * @param platform the least platform version that has it, such as {@code 1.4.0}; empty for any
 */
public record FargateRow(int cpu, List<Integer> memories, boolean isForWindows, Optional<String> platform) {

    static FargateRow parse(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException(
                    "`" + line + "` has " + cells.length + " cells; a Fargate size has cpu, memory, os and platform.");
        }
        return new FargateRow(
                number(cells[0], line),
                memories(cells[1], line),
                cells[2].contains("WINDOWS"),
                cells[3].isBlank() ? Optional.empty() : Optional.of(cells[3].trim()));
    }

    /** Single numbers split by blanks, or a range with its step. */
    private static List<Integer> memories(String cell, String line) {
        var memories = new ArrayList<Integer>();
        for (var part : cell.trim().split(" ", -1)) {
            var dash = part.indexOf('-');
            var slash = part.indexOf('/');
            if (dash < 0) {
                memories.add(number(part, line));
            } else {
                var most = number(part.substring(dash + 1, slash < 0 ? part.length() : slash), line);
                var step = slash < 0 ? 1024 : number(part.substring(slash + 1), line);
                if (step < 1) {
                    throw new IllegalArgumentException(
                            "`" + part + "` in `" + line + "` goes in steps of " + step + " MiB.");
                }
                for (var memory = number(part.substring(0, dash), line); memory <= most; memory += step) {
                    memories.add(memory);
                }
            }
        }
        return List.copyOf(memories);
    }

    private static int number(String text, String line) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`" + text + "` in `" + line + "` is no whole number.", e);
        }
    }
}
