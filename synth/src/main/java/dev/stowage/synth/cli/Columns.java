package dev.stowage.synth.cli;

import java.util.List;

/** Rows of text whose columns begin below each other. */
public final class Columns {

    private static final int GAP = 3;

    private Columns() {}

    /** The rows as lines, each behind this indent. */
    public static String of(List<List<String>> rows, String indent) {
        var text = new StringBuilder();
        for (var row : rows) {
            text.append(indent);
            for (var i = 0; i < row.size(); i++) {
                var isLast = i == row.size() - 1;
                text.append(row.get(i))
                        .append(" "
                                .repeat(isLast ? 0 : width(rows, i) - row.get(i).length() + GAP));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        var width = 0;
        for (var row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
